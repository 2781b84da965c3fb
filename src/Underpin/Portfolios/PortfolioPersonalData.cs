using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;

namespace Underpin.Portfolios;

/// <summary>What this room holds about a learner, and what goes when they are erased.</summary>
internal static class PortfolioPersonalData
{
    const string Gone = "Erased";

    public static async Task<PersonalData> ReadAsync(UnderpinDb db, Guid accountId, CancellationToken cancel)
    {
        var enrolments = await (
            from enrolment in db.Enrolments
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on enrolment.CentreId equals centre.Id
            where enrolment.LearnerId == accountId
            orderby enrolment.RequestedAt
            select new { enrolment.Id, enrolment.LearnerNumber, Qualification = qualification.Title, Centre = centre.Name, enrolment.Status, enrolment.RequestedAt, enrolment.DecidedAt, enrolment.Reason }).ToListAsync(cancel);
        var ids = enrolments.Select(e => e.Id).ToList();
        var pieces = await db.Evidence.AsNoTracking().Where(e => ids.Contains(e.EnrolmentId)).OrderBy(e => e.Id).ToListAsync(cancel);
        return new("portfolios", enrolments.Select(e => new
        {
            LearnerNumber = e.LearnerNumber.ToString(), e.Qualification, e.Centre, Status = PortfolioWords.Name(e.Status), e.RequestedAt, e.DecidedAt, e.Reason,
            Evidence = pieces.Where(p => p.EnrolmentId == e.Id).Select(p => new { p.Title, Kind = PortfolioWords.Name(p.Kind), p.WorkDate, p.Text, p.Url, File = p.File?.Name, Witness = p.Statement?.Name, p.AddedAt, p.WithdrawnAt }),
        }).ToList());
    }

    /// <summary>
    /// Open enrolments end, words and names in the evidence go, and so does what history says about these portfolios. The rows stay, so that
    /// judgements and certificates still show that there was evidence.
    /// </summary>
    public static async Task EraseAsync(UnderpinDb db, Guid accountId, Change change, CancellationToken cancel)
    {
        var enrolments = await db.Enrolments.Where(e => e.LearnerId == accountId).ToListAsync(cancel);
        if (enrolments.Count == 0) return;
        var ids = enrolments.Select(e => e.Id).ToList();
        await ErasureService.EraseHistoryAsync(db, db.History.Where(h => ids.Contains(h.About)), change.At, cancel);
        foreach (var enrolment in enrolments.Where(e => e.IsOpen))
        {
            var before = enrolment.Status;
            enrolment.Withdraw(Gone);
            db.Record(change, enrolment.CentreId, new EnrolmentWithdrawn(enrolment.Id, before, Gone));
        }

        foreach (var piece in await db.Evidence.Where(e => ids.Contains(e.EnrolmentId)).ToListAsync(cancel))
        {
            piece.Title = Gone;
            piece.Text = "";
            piece.Url = null;
            if (piece.File is not null) db.Entry(piece).Reference(e => e.File).CurrentValue = null;
            if (piece.Statement is { } statement)
            {
                (statement.Name, statement.Email, statement.Relationship, statement.Place, statement.Comment) = (Gone, "", "", null, null);
            }

            db.Touch(piece);
        }

        foreach (var enrolment in enrolments) db.Record(change, enrolment.CentreId, new PortfolioErased(enrolment.Id));
        await db.SaveChangesAsync(cancel);
    }
}
