using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Tests.Portfolios;

public sealed class EvidenceRulesTests
{
    static readonly DateOnly Today = new(2026, 11, 20);

    static readonly EvidenceDraft Good = new()
    {
        Kind = EvidenceKind.Witness, Title = "Projector in C12", WorkDate = Today, Text = "Cleaned the filter", PersonName = "Dr Helen Marsh", PersonEmail = "helen@example.org", Relationship = "Head", Url = "https://example.org/a",
    };

    static IReadOnlyList<(string Field, Type Kind)> Faults(EvidenceDraft draft) =>
        [.. EvidenceRules.Faults(draft.Tidied(), Today, "joe@example.org").Select(f => (f.Field, f.Refusal.GetType()))];

    [Theory]
    [InlineData("File")]
    [InlineData("Link")]
    [InlineData("Account")]
    [InlineData("Witness")]
    [InlineData("Observation")]
    public void A_complete_piece_of_any_kind_has_no_fault(string kind) => Assert.Empty(Faults(Good with { Kind = Enum.Parse<EvidenceKind>(kind) }));

    [Theory]
    [InlineData("Siân Ŵyn-Łukasz")]
    [InlineData("தமிழ்ச்செல்வன்")]
    [InlineData("王小明")]
    [InlineData("محمد بن سلمان")]
    [InlineData("नेहा कुमारी")]
    public void A_witness_may_have_a_name_in_any_script(string name) => Assert.Empty(Faults(Good with { PersonName = name, Title = name, Text = name }));

    public static TheoryData<string, string, Type> Wrong => new()
    {
        { "Title", "", typeof(TitleNeeded) },
        { "Title", "two\nlines", typeof(UnreadableText) },
        { "Title", "bell\u0007", typeof(UnreadableText) },
        { "Title", new string('x', 201), typeof(TextTooLong) },
        { "Text", "turned \u202e round", typeof(UnreadableText) },
        { "Text", "", typeof(StatementNeeded) },
        { "Text", new string('x', 20_001), typeof(TextTooLong) },
        { "PersonName", "", typeof(PersonNeeded) },
        { "PersonName", "Hel\u202een", typeof(PersonNeeded) },
        { "PersonEmail", "helen", typeof(EmailNeeded) },
        { "PersonEmail", "helen@example.org\r\nBcc: all@example.org", typeof(EmailNeeded) },
        { "PersonEmail", "JOE@example.org", typeof(OwnWitness) },
        { "Relationship", " ", typeof(RelationshipNeeded) },
    };

    [Fact]
    public void Half_a_character_is_refused_and_loses_nothing_else()
    {
        var half = "half " + (char)0xD800 + " of one";
        Assert.Equal(("Title", typeof(UnreadableText)), Assert.Single(Faults(Good with { Title = half })));
    }

    [Theory, MemberData(nameof(Wrong))]
    public void Each_fault_is_named_beside_its_field(string field, string value, Type refusal)
    {
        var draft = field switch
        {
            "Title" => Good with { Title = value },
            "Text" => Good with { Text = value },
            "PersonName" => Good with { PersonName = value },
            "PersonEmail" => Good with { PersonEmail = value },
            _ => Good with { Relationship = value },
        };
        Assert.Equal((field, refusal), Assert.Single(Faults(draft)));
    }

    [Theory]
    [InlineData("2026-11-20", null)]
    [InlineData("1900-01-01", null)]
    [InlineData("2026-11-21", typeof(WorkDateInFuture))]
    [InlineData("1899-12-31", typeof(WorkDateTooEarly))]
    public void Work_is_dated_from_1900_to_today(string date, Type? refusal) =>
        Assert.Equal(refusal, Faults(Good with { WorkDate = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) }).Select(f => f.Kind).SingleOrDefault());

    [Theory]
    [InlineData("https://example.org/ticket/4711", true)]
    [InlineData("http://intranet/wiki", true)]
    [InlineData("https://пример.рф/страница", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,hello", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("example.org", false)]
    [InlineData("https://user:secret@example.org/", false)]
    [InlineData("https://exa mple.org/", false)]
    [InlineData("//example.org", false)]
    [InlineData("", false)]
    public void A_link_is_a_full_web_address(string url, bool fits) => Assert.Equal(fits, EvidenceRules.IsWebAddress(url));

    static Evidence Piece(Statement? statement = null) => new()
    {
        EnrolmentId = Guid.NewGuid(), Kind = statement is null ? EvidenceKind.Account : EvidenceKind.Witness, Title = "T", WorkDate = Today, AddedAt = default, AddedById = Guid.NewGuid(), Statement = statement,
    };

    [Fact]
    public void What_somebody_relied_on_is_not_changed()
    {
        var confirmed = Piece(new() { Name = "Helen", Email = "h@example.org", Relationship = "Head", ConfirmedAt = DateTimeOffset.UnixEpoch });
        var submitted = Piece();
        submitted.SubmittedAt = DateTimeOffset.UnixEpoch;
        var takenBack = Piece();
        takenBack.WithdrawnAt = DateTimeOffset.UnixEpoch;
        Assert.Null(EvidenceRules.CannotChange(Piece(), false));
        Assert.IsType<EvidenceLocked>(EvidenceRules.CannotChange(Piece(), true));
        Assert.IsType<EvidenceLocked>(EvidenceRules.CannotChange(confirmed, false));
        Assert.IsType<EvidenceLocked>(EvidenceRules.CannotChange(submitted, false));
        Assert.IsType<EvidenceTakenBack>(EvidenceRules.CannotChange(takenBack, false));
    }

    [Fact]
    public void A_confirmed_statement_can_be_taken_back_until_it_is_submitted()
    {
        var confirmed = Piece(new() { Name = "Helen", Email = "h@example.org", Relationship = "Head", ConfirmedAt = DateTimeOffset.UnixEpoch });
        Assert.Null(EvidenceRules.CannotTakeBack(confirmed, false));
        Assert.IsType<EvidenceLocked>(EvidenceRules.CannotTakeBack(confirmed, true));
        confirmed.SubmittedAt = DateTimeOffset.UnixEpoch;
        Assert.IsType<EvidenceLocked>(EvidenceRules.CannotTakeBack(confirmed, false));
    }

    [Theory]
    [InlineData(true, true, false, typeof(AssessesThemselves))]
    [InlineData(false, false, false, typeof(NotAnAssessorHere))]
    [InlineData(false, true, true, typeof(AssessesWhomTheyManage))]
    [InlineData(false, true, false, null)]
    public void An_assessor_is_of_the_centre_and_neither_the_learner_nor_their_manager(bool isLearner, bool isAssessor, bool manages, Type? refusal) =>
        Assert.Equal(refusal, EnrolmentRules.CannotAssess(new("Ruth", "Joe", "Estuary", isLearner, isAssessor, manages))?.GetType());

    [Theory]
    [InlineData("Working", 0, null)]
    [InlineData("Working", 2, typeof(UnitHasEvidence))]
    [InlineData("Submitted", 0, typeof(UnitWasSubmitted))]
    [InlineData("ReferredBack", 0, typeof(UnitWasSubmitted))]
    [InlineData("Achieved", 0, typeof(UnitWasSubmitted))]
    public void A_unit_leaves_the_portfolio_only_when_nothing_would_be_lost(string stage, int pieces, Type? refusal) =>
        Assert.Equal(refusal, EnrolmentRules.CannotLeaveOut("Networks", Enum.Parse<UnitStage>(stage), pieces)?.GetType());

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("  =1+1", "\"'  =1+1\"")]
    [InlineData("+44 1234", "\"'+44 1234\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("Siân, Ŵyn", "\"Siân, Ŵyn\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void No_cell_of_an_exported_list_can_run(string? value, string cell) => Assert.Equal(cell, Csv.Cell(value));
}
