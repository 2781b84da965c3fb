namespace Underpin.Framework.Exchange;

internal enum CaseKind
{
    Text,
    Identifier,
    Address,
    Day,
    Moment,
    WholeNumber,
    Number,
    Texts,
    Object,
    Objects,
    /// <summary>Anything that the publisher adds; an object, whatever is in it.</summary>
    Extensions,
    /// <summary>Several such objects.</summary>
    ManyExtensions,
    CaseVersion,
    AssociationType,
    TargetType,
}

/// <param name="Shape">Of the object, or of each of the objects.</param>
internal sealed record CaseMember(string Name, CaseKind Kind, bool Required = false, CaseShape? Shape = null);

/// <summary>What an object of a CASE 1.1 package may and must have, as the standard's JSON Schema for the CFPackage says.</summary>
internal sealed class CaseShape(params CaseMember[] members)
{
    readonly Dictionary<string, CaseMember> _members = members.ToDictionary(m => m.Name);

    public IReadOnlyList<string> RequiredMembers { get; } = [.. members.Where(m => m.Required).Select(m => m.Name)];

    public IEnumerable<string> Members => _members.Keys;

    public CaseMember? Find(string name) => _members.GetValueOrDefault(name);

    static CaseMember Must(string name, CaseKind kind, CaseShape? shape = null) => new(name, kind, true, shape);

    static CaseMember May(string name, CaseKind kind, CaseShape? shape = null) => new(name, kind, false, shape);

    static readonly CaseMember Identifier = Must("identifier", CaseKind.Identifier);
    static readonly CaseMember Address = Must("uri", CaseKind.Address);
    static readonly CaseMember Changed = Must("lastChangeDateTime", CaseKind.Moment);
    static readonly CaseMember Extensions = May("extensions", CaseKind.Extensions);

    static readonly CaseShape Link = new(Must("title", CaseKind.Text), Identifier, Address);

    static readonly CaseShape GeneralLink = new(Must("title", CaseKind.Text), Must("identifier", CaseKind.Text), Address, May("targetType", CaseKind.TargetType));

    public static readonly CaseShape Document = new(
        Identifier, Address, May("frameworkType", CaseKind.Text), May("caseVersion", CaseKind.CaseVersion), Must("creator", CaseKind.Text), Must("title", CaseKind.Text), Changed,
        May("officialSourceURL", CaseKind.Text), May("publisher", CaseKind.Text), May("description", CaseKind.Text), May("subject", CaseKind.Texts), May("subjectURI", CaseKind.Objects, Link),
        May("language", CaseKind.Text), May("version", CaseKind.Text), May("adoptionStatus", CaseKind.Text), May("statusStartDate", CaseKind.Day), May("statusEndDate", CaseKind.Day),
        May("licenseURI", CaseKind.Object, Link), May("notes", CaseKind.Text), Extensions);

    public static readonly CaseShape Item = new(
        Identifier, Must("fullStatement", CaseKind.Text), May("alternativeLabel", CaseKind.Text), May("CFItemType", CaseKind.Text), Address, May("humanCodingScheme", CaseKind.Text),
        May("listEnumeration", CaseKind.Text), May("abbreviatedStatement", CaseKind.Text), May("conceptKeywords", CaseKind.Texts), May("conceptKeywordsURI", CaseKind.Object, Link),
        May("notes", CaseKind.Text), May("subject", CaseKind.Texts), May("subjectURI", CaseKind.Objects, Link), May("language", CaseKind.Text), May("educationLevel", CaseKind.Texts),
        May("CFItemTypeURI", CaseKind.Object, Link), May("licenseURI", CaseKind.Object, Link), May("statusStartDate", CaseKind.Day), May("statusEndDate", CaseKind.Day), Changed, Extensions);

    public static readonly CaseShape Association = new(
        Identifier, Must("associationType", CaseKind.AssociationType), May("sequenceNumber", CaseKind.WholeNumber), Address, Must("originNodeURI", CaseKind.Object, GeneralLink),
        Must("destinationNodeURI", CaseKind.Object, GeneralLink), May("CFAssociationGroupingURI", CaseKind.Object, Link), Changed, May("notes", CaseKind.Text), Extensions);

    static readonly CaseShape CriterionLevel = new(
        Identifier, Address, May("description", CaseKind.Text), May("quality", CaseKind.Text), May("score", CaseKind.Number), May("feedback", CaseKind.Text), May("position", CaseKind.WholeNumber),
        May("rubricCriterionId", CaseKind.Identifier), Changed, May("extensions", CaseKind.ManyExtensions));

    static readonly CaseShape Criterion = new(
        Identifier, Address, May("category", CaseKind.Text), May("description", CaseKind.Text), May("CFItemURI", CaseKind.Object, Link), May("weight", CaseKind.Number),
        May("position", CaseKind.WholeNumber), May("rubricId", CaseKind.Identifier), Changed, May("CFRubricCriterionLevels", CaseKind.Objects, CriterionLevel), Extensions);

    static readonly CaseShape Rubric = new(
        Identifier, Address, May("title", CaseKind.Text), May("description", CaseKind.Text), Changed, May("CFRubricCriteria", CaseKind.Objects, Criterion), Extensions);

    static readonly CaseShape Concept = new(
        Identifier, Address, Must("title", CaseKind.Text), May("keywords", CaseKind.Text), Must("hierarchyCode", CaseKind.Text), May("description", CaseKind.Text), Changed, Extensions);

    static readonly CaseShape Subject = new(
        Identifier, Address, Must("title", CaseKind.Text), Must("hierarchyCode", CaseKind.Text), May("description", CaseKind.Text), Changed, Extensions);

    static readonly CaseShape License = new(
        Identifier, Address, Must("title", CaseKind.Text), May("description", CaseKind.Text), Must("licenseText", CaseKind.Text), Changed, Extensions);

    static readonly CaseShape ItemType = new(
        Identifier, Address, Must("title", CaseKind.Text), Must("description", CaseKind.Text), Must("hierarchyCode", CaseKind.Text), May("typeCode", CaseKind.Text), Changed, Extensions);

    static readonly CaseShape Grouping = new(
        Identifier, Address, Must("title", CaseKind.Text), May("description", CaseKind.Text), Changed, Extensions);

    static readonly CaseShape Definitions = new(
        May("CFConcepts", CaseKind.Objects, Concept), May("CFSubjects", CaseKind.Objects, Subject), May("CFLicenses", CaseKind.Objects, License), May("CFItemTypes", CaseKind.Objects, ItemType),
        May("CFAssociationGroupings", CaseKind.Objects, Grouping), Extensions);

    public static readonly CaseShape Package = new(
        Must("CFDocument", CaseKind.Object, Document), May("CFItems", CaseKind.Objects, Item), May("CFAssociations", CaseKind.Objects, Association), May("CFDefinitions", CaseKind.Object, Definitions),
        May("CFRubrics", CaseKind.Objects, Rubric), Extensions);
}
