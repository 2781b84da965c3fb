using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Underpin.Platform.Files;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Pieces;

/// <summary>What the shared fields of the add and edit pages need; the fields keep the names of the page's form.</summary>
internal sealed record EvidenceFields(EvidenceKind Kind, EvidenceForm Input);

/// <summary>The fields of a piece of evidence as a form holds them; each kind uses its own.</summary>
internal sealed class EvidenceForm
{
    public string? Title { get; set; }

    [Required(ErrorMessage = "Enter the date the work was done")]
    public DateInput? WorkDate { get; set; }

    public string? Text { get; set; }
    public string? Url { get; set; }
    public string? PersonName { get; set; }
    public string? PersonEmail { get; set; }
    public string? Relationship { get; set; }
    public string? Place { get; set; }
    public IFormFile? File { get; set; }

    /// <summary>A file that was received with a form that had to come back, sealed, so that it need not be sent twice.</summary>
    public string? KeptFile { get; set; }

    public EvidenceDraft Draft(EvidenceKind kind) => new()
    {
        Kind = kind, Title = Title, WorkDate = WorkDate?.Date ?? default, Text = Text, Url = Url, PersonName = PersonName, PersonEmail = PersonEmail, Relationship = Relationship, Place = Place,
    };

    public static EvidenceForm Of(Evidence evidence) => new()
    {
        Title = evidence.Title, WorkDate = DateInput.From(evidence.WorkDate), Text = evidence.Text, Url = evidence.Url, PersonName = evidence.Statement?.Name,
        PersonEmail = evidence.Statement?.Email, Relationship = evidence.Statement?.Relationship, Place = evidence.Statement?.Place,
    };

    /// <summary>Puts every fault beside its field.</summary>
    public void Check(EvidenceKind kind, DateOnly today, string? learnersEmail, ModelStateDictionary state)
    {
        var readable = WorkDate?.Date is not null;
        foreach (var (field, refusal) in EvidenceRules.Faults(Draft(kind).Tidied(), today, learnersEmail))
            if (readable || field != nameof(WorkDate)) state.AddModelError($"Input.{field}", refusal.Message);
    }
}

/// <summary>Seals what is known of a received file into the form that comes back, for this portfolio only.</summary>
internal sealed class KeptFiles(IDataProtectionProvider protection)
{
    public string Seal(Guid enrolment, ReceivedFile file) => Sealer(enrolment).Protect(JsonSerializer.Serialize(file));

    public ReceivedFile? Open(Guid enrolment, string? sealedFile)
    {
        if (string.IsNullOrEmpty(sealedFile)) return null;
        try
        {
            return JsonSerializer.Deserialize<ReceivedFile>(Sealer(enrolment).Unprotect(sealedFile));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Not sealed here, or changed on the way: the person is asked for the file again.
            return null;
        }
    }

    IDataProtector Sealer(Guid enrolment) => protection.CreateProtector("Underpin.Portfolios.KeptFile", enrolment.ToString());
}
