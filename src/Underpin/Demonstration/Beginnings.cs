using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.History;
using Underpin.Platform.Values;
using Underpin.Qualifications;
using Underpin.Schools;
using static System.DayOfWeek;

namespace Underpin.Demonstration;

/// <summary>How the organisations and their people came in, who works where, and who manages whom.</summary>
internal static class Beginnings
{
    const string Award = "EITQ-L2A", Certificate = "EITQ-L3C";

    public static void Tell(Story story, Cast cast)
    {
        story.On(160, Monday, "09:00", async () =>
        {
            await JoinAsync(story, cast.Samira, asAdministrator: true);
            story.Db.Record(story.By(cast.Samira), HistoryChain.House, new FirstAdministratorMade(cast.Samira.Id));
            await story.Db.SaveChangesAsync(story.Cancel);
        });
        story.On(160, Monday, "10:30", async () =>
        {
            foreach (var place in cast.Places) await AddAsync(story, cast, place);
        });

        Invited(story, 160, cast.Samira, cast.Eitac, cast.Marcus, MembershipRole.AwardingOfficer);
        Invited(story, 160, cast.Samira, cast.Estuary, cast.Bethan, MembershipRole.CentreAdministrator);
        Invited(story, 160, cast.Samira, cast.Saltmarsh, cast.Helen, MembershipRole.SchoolAdministrator);
        Invited(story, 160, cast.Samira, cast.Trust, cast.Ngozi, MembershipRole.SchoolAdministrator);
        Invited(story, 159, cast.Samira, cast.Northquay, cast.Ngozi, MembershipRole.SchoolAdministrator);
        Invited(story, 159, cast.Samira, cast.LanternStreet, cast.Ngozi, MembershipRole.SchoolAdministrator);
        Invited(story, 159, cast.Samira, cast.FishersRow, cast.Ngozi, MembershipRole.SchoolAdministrator);
        Invited(story, 159, cast.Marcus, cast.Eitac, cast.Fatima, MembershipRole.ExternalQualityAssurer);
        Invited(story, 159, cast.Marcus, cast.Eitac, cast.Lewis, MembershipRole.FrameworkEditor);
        Invited(story, 159, cast.Bethan, cast.Estuary, cast.Ruth, MembershipRole.Assessor);
        Invited(story, 159, cast.Bethan, cast.Estuary, cast.Owen, MembershipRole.QualityAssurer);
        Invited(story, 159, cast.Helen, cast.Saltmarsh, cast.Graham, MembershipRole.SchoolAdministrator);
        Invited(story, 24, cast.Graham, cast.Saltmarsh, cast.Helen, MembershipRole.SchoolLeader);
        Invited(story, 24, cast.Helen, cast.Saltmarsh, cast.Graham, MembershipRole.SchoolLeader);
        Invited(story, 120, cast.Bethan, cast.Estuary, cast.Priya, MembershipRole.QualityAssurer);
        Invited(story, 40, cast.Bethan, cast.Estuary, cast.Ana, MembershipRole.Assessor);

        story.On(158, Wednesday, "11:00", () => ApproveAsync(story, cast, Award));
        story.On(96, Wednesday, "11:00", () => ApproveAsync(story, cast, Certificate));

        Works(story, 158, cast.Helen, cast.Saltmarsh, "Head", yearsBefore: 6, confirmedBy: cast.Graham);
        Works(story, 158, cast.Graham, cast.Saltmarsh, "Business manager", yearsBefore: 9, confirmedBy: cast.Helen);
        Works(story, 157, cast.Priya, cast.Trust, "Director of IT", yearsBefore: 2, confirmedBy: cast.Ngozi);
        Works(story, 156, cast.Tom, cast.Saltmarsh, "Network manager", yearsBefore: 12, confirmedBy: cast.Graham, manager: cast.Priya);
        Works(story, 155, cast.Sam, cast.Saltmarsh, "IT technician", yearsBefore: 1, confirmedBy: cast.Graham, manager: cast.Tom);
        Works(story, 155, cast.Mei, cast.Saltmarsh, "IT technician, displays and projectors", yearsBefore: 2, confirmedBy: cast.Graham, manager: cast.Tom);
        Works(story, 120, cast.Mei, cast.LanternStreet, "Visiting technician, displays", yearsBefore: 0, confirmedBy: cast.Ngozi);
        Works(story, 119, cast.Mei, cast.FishersRow, "Visiting technician, displays", yearsBefore: 0, confirmedBy: cast.Ngozi);
        Works(story, 150, cast.Ana, cast.Northquay, "Senior technician", yearsBefore: 3, confirmedBy: cast.Ngozi, manager: cast.Priya);
        Works(story, 116, cast.Callum, cast.Northquay, "IT technician", yearsBefore: 0, confirmedBy: cast.Ngozi, manager: cast.Ana);
        Works(story, 90, cast.Aisha, cast.LanternStreet, "ICT coordinator", yearsBefore: 4, confirmedBy: cast.Ngozi);
        Works(story, 52, cast.Grace, cast.FishersRow, "Office and IT assistant", yearsBefore: 1, confirmedBy: cast.Ngozi);
        Works(story, 30, cast.Joe, cast.Saltmarsh, "IT apprentice", yearsBefore: 0, confirmedBy: cast.Graham, manager: cast.Tom);

        Leaves(story, 104, cast.Sam, cast.Saltmarsh, cast.Graham);
        Leaves(story, 64, cast.Callum, cast.Northquay, cast.Ngozi);
    }

    static async Task JoinAsync(Story story, Person person, bool asAdministrator = false)
    {
        if (person.Id != Guid.Empty) return;
        var account = await story.Service<AccountService>().AddAsync(new()
        {
            Name = PersonName.Parse(person.Name),
            Email = EmailAddress.Parse(person.Email),
            Password = DemonstrationData.Password,
            EmailIsProved = true,
            AsAdministrator = asAdministrator,
        }, story.Cancel);
        person.Id = account!.Id;
    }

    static async Task AddAsync(Story story, Cast cast, Place place)
    {
        var added = await story.Service<OrganisationService>().AddAsync(new()
        {
            Name = place.Name,
            Code = place.Code,
            Kinds = place.Kinds,
            Town = place.Town,
            Trust = place.Kinds == OrganisationKinds.School ? cast.Trust.Id : null,
        }, story.By(cast.Samira), story.Cancel);
        place.Id = added.Value.Id;
    }

    /// <summary>Invited on a Tuesday, accepted on the Thursday, with a new account where there is none.</summary>
    static void Invited(Story story, int weeks, Person by, Place place, Person person, MembershipRole role)
    {
        story.On(weeks, Tuesday, "09:40", async () =>
            _ = (await story.Service<InvitationService>().InviteAsync(new() { Organisation = place.Id, Email = EmailAddress.Parse(person.Email), Role = role }, story.By(by), story.Cancel))!.Value.Value);
        story.On(weeks, Thursday, "13:15", async () =>
        {
            await JoinAsync(story, person);
            var token = await story.TokenAsync(person.Email, "/invitations/", place.Name);
            _ = (await story.Service<InvitationService>().AcceptAsync(token, story.By(person), story.Cancel)).Value;
        });
    }

    static async Task ApproveAsync(Story story, Cast cast, string qualification) =>
        _ = (await story.Service<CentreApprovalService>().ApproveAsync(
            new() { AwardingBody = cast.Eitac.Id, Centre = cast.Estuary.Id, Qualification = qualification, From = story.Clock.Today() }, story.By(cast.Marcus), story.Cancel)).Value;

    static void Works(Story story, int weeks, Person person, Place school, string jobTitle, int yearsBefore, Person confirmedBy, Person? manager = null)
    {
        story.On(weeks, Monday, "12:20", async () =>
        {
            await JoinAsync(story, person);
            _ = (await story.Service<EmploymentService>().SayAsync(new() { School = school.Id, JobTitle = jobTitle, Start = story.Clock.Today().AddYears(-yearsBefore) }, story.By(person), story.Cancel)).Value;
        });
        story.On(weeks, Wednesday, "09:05", async () =>
        {
            var service = story.Service<EmploymentService>();
            var confirmed = (await service.ConfirmAsync(await EmploymentAsync(story, person, school), story.By(confirmedBy), story.Cancel))!.Value.Value;
            if (manager is null) return;
            _ = (await service.SetLineManagerAsync(new() { School = school.Id, Membership = confirmed.Id, Seen = confirmed.RowVersion }, manager.Id, story.By(confirmedBy), story.Cancel))!.Value.Value;
        });
    }

    static void Leaves(Story story, int weeks, Person person, Place school, Person recordedBy) => story.On(weeks, Friday, "16:00", async () =>
        _ = (await story.Service<EmploymentService>().EndAsync(await EmploymentAsync(story, person, school), story.Clock.Today(), story.By(recordedBy), story.Cancel))!.Value.Value);

    static async Task<Employment> EmploymentAsync(Story story, Person person, Place school)
    {
        var found = await story.Db.Memberships.AsNoTracking().SingleAsync(m => m.AccountId == person.Id && m.OrganisationId == school.Id && m.Role == MembershipRole.Staff && m.Until == null, story.Cancel);
        return new() { School = school.Id, Membership = found.Id, Seen = found.RowVersion };
    }
}
