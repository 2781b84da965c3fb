using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Portfolios;

internal enum EvidenceKind
{
    File,
    Link,
    /// <summary>A reflective account the learner writes.</summary>
    Account,
    /// <summary>Testimony of someone who saw the work.</summary>
    Witness,
    /// <summary>A record of someone watching the work being done.</summary>
    Observation,
}

/// <summary>One piece of evidence in a learner's portfolio. What has been submitted is never edited: a new piece replaces it.</summary>
internal sealed class Evidence : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required EvidenceKind Kind { get; init; }
    public required string Title { get; set; }
    /// <summary>When the work was done.</summary>
    public required DateOnly WorkDate { get; set; }
    /// <summary>The account, the statement, or what the file or link shows.</summary>
    public string Text { get; set; } = "";
    public string? Url { get; set; }
    public StoredFile? File { get; init; }
    /// <summary>Witness or observer.</summary>
    public Statement? Statement { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid AddedById { get; init; }
    /// <summary>Taken back by the learner before it was ever submitted.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
    /// <summary>When it was first put forward to an assessor. From then on it stays what it is.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }
    public int RowVersion { get; set; }
    public List<EvidenceMapping> Mappings { get; init; } = [];

    /// <summary>A statement counts only once the person who made it confirmed it.</summary>
    public bool IsUsable => WithdrawnAt is null && Statement is null or { ConfirmedAt: not null };
}

/// <summary>A file as it was received: its type is what its content is, not what its name says.</summary>
internal sealed record StoredFile
{
    /// <summary>SHA-256 of the content in lower-case hexadecimal; its name in the file store.</summary>
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
}

/// <summary>Who saw the work, and their word for it.</summary>
internal sealed class Statement
{
    public required string Name { get; set; }
    public required string Email { get; set; }
    /// <summary>How they know the learner's work: "Head of Science, whose rooms these are".</summary>
    public required string Relationship { get; set; }
    public string? Place { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? DeclinedAt { get; set; }
    /// <summary>What they added or corrected in their own words.</summary>
    public string? Comment { get; set; }
    /// <summary>The account that confirmed, when they have one (an assessor who observed).</summary>
    public Guid? ConfirmedById { get; set; }
}

/// <summary>One piece of evidence claimed for one criterion.</summary>
internal sealed class EvidenceMapping
{
    public required Guid EvidenceId { get; init; }
    public required Guid CriterionId { get; init; }
    public required Guid EnrolmentUnitId { get; init; }
    public required DateTimeOffset MappedAt { get; init; }
}
