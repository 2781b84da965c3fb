using System.Text.Json.Nodes;
using Underpin.Framework.Content;
using Underpin.Platform.Content;

namespace Underpin.Framework.Exchange;

/// <summary>A competence of an earlier edition, which a later one may have taken over.</summary>
internal sealed record EarlierCompetence(string Code, string Title, string Version);

/// <summary>
/// One edition of ours as a CASE package. Areas stand under the document, competences under areas, what people do at each level under
/// competences; role profiles stand after the areas, with their duties under them, and point to the levels that they ask for.
/// </summary>
internal sealed class EditionPackage
{
    const string Language = "en-GB";
    /// <summary>Marks an end that is no CFItem but a page of ours.</summary>
    const string OurPage = "ext:page";

    readonly FrameworkContent _edition;
    readonly string _version;
    readonly DateTimeOffset _changed;
    readonly JsonObject _licence;
    readonly List<CaseItem> _items = [];
    readonly List<CaseAssociation> _associations = [];
    readonly List<CaseDefinition> _definitions = [];
    readonly Dictionary<string, JsonObject> _links = [];

    EditionPackage(FrameworkContent edition)
    {
        _edition = edition;
        _version = edition.Version.ToString();
        _changed = new(edition.Published, TimeOnly.MinValue, TimeSpan.Zero);
        _licence = LinkTo("CFLicenses", "licence", "CC BY 4.0");
    }

    /// <param name="edition">To be written.</param>
    /// <param name="earlier">By code, the newest edition of each competence published here before.</param>
    public static CasePackage Of(FrameworkContent edition, IReadOnlyDictionary<string, EarlierCompetence> earlier)
    {
        var package = new EditionPackage(edition);
        package.AddDefinitions();
        package.AddAreas();
        package.AddRoles();
        package.AddReplacements(earlier);
        return new() { Document = package.Document(), Items = package._items, Associations = package._associations, Definitions = package._definitions };
    }

    CaseDocument Document()
    {
        var id = Id("");
        var uri = $"{CaseJson.Root}/CFDocuments/{id}";
        return new()
        {
            Id = id,
            Uri = uri,
            Title = _edition.Title,
            Creator = _edition.AwardingBody,
            AdoptionStatus = "Adopted",
            LastChange = _changed,
            OwnCode = _edition.Code,
            OwnVersion = _version,
            PackageExtensions = null,
            DefinitionExtensions = null,
            Json = CaseJson.Object(
                ("identifier", id.ToString()),
                ("uri", uri),
                ("caseVersion", "1.1"),
                ("creator", _edition.AwardingBody),
                ("title", _edition.Title),
                ("lastChangeDateTime", CaseJson.Moment(_changed)),
                ("officialSourceURL", "/framework"),
                ("publisher", _edition.AwardingBody),
                ("description", _edition.Summary),
                ("language", Language),
                ("version", _version),
                ("adoptionStatus", "Adopted"),
                ("statusStartDate", _edition.Published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                ("licenseURI", _licence.DeepClone()),
                ("notes", Notes(_edition.Sources))).Text(),
        };
    }

    static string? Notes(IReadOnlyList<SourceContent> sources) => sources.Count == 0
        ? null
        : "Sources: " + string.Join("; ", sources.Select(s => $"{s.Title}{(s.Url is null ? "" : $" ({s.Url.AbsoluteUri})")}, checked on {s.Checked:yyyy-MM-dd}, {s.Confidence.ToString().ToLowerInvariant()}"));

    void AddDefinitions()
    {
        foreach (var level in _edition.Levels)
            Define(CaseDefinitionKind.Concept, "CFConcepts", $"levels/{level.Level}", level.Title, level.Level.ToString(System.Globalization.CultureInfo.InvariantCulture), ("description", level.Meaning));
        Define(CaseDefinitionKind.License, "CFLicenses", "licence", "CC BY 4.0", null,
            ("description", "You may share and adapt it, also commercially, when you say whose it is and what you changed."),
            ("licenseText", "Creative Commons Attribution 4.0 International. The full text is at https://creativecommons.org/licenses/by/4.0/legalcode"));
        ItemType("area", "Area", "1", "Competences that belong together");
        ItemType("competence", "Competence", "1.1", "Something that people who keep a school's IT running can do");
        ItemType("level", "Proficiency level", "1.1.1", "What a person does who has the competence at this level");
        ItemType("role", "Role profile", "2", "What a post is for, and the levels of competence that it asks for");
        ItemType("duty", "Duty", "2.1", "What the person in a post typically does");

        void ItemType(string path, string title, string hierarchy, string description) =>
            Define(CaseDefinitionKind.ItemType, "CFItemTypes", $"types/{path}", title, hierarchy, ("description", description));
    }

    void Define(CaseDefinitionKind kind, string collection, string path, string title, string? hierarchy, params (string Name, JsonNode? Value)[] more)
    {
        var link = LinkTo(collection, path, title);
        _definitions.Add(new()
        {
            Id = Id(path),
            DocumentId = Id(""),
            Kind = kind,
            Order = _definitions.Count(d => d.Kind == kind),
            HierarchyCode = hierarchy,
            LastChange = _changed,
            Json = CaseJson.Object([("identifier", Id(path).ToString()), ("uri", link["uri"]!.DeepClone()), ("title", title), ("hierarchyCode", hierarchy), .. more, ("lastChangeDateTime", CaseJson.Moment(_changed))]).Text(),
        });
    }

    void AddAreas()
    {
        foreach (var (area, place) in _edition.Areas.Select((a, i) => (a, i + 1)))
        {
            var areaPath = $"items/{area.Code}";
            AddItem(areaPath, "area", "Area", area.Title, null, place, area.Code, notes: area.Summary);
            foreach (var (competence, order) in area.Competences.Select((c, i) => (c, i + 1)))
            {
                var path = $"items/{competence.Code}";
                AddItem(path, "competence", "Competence", competence.Title, areaPath, order, competence.Code, notes: $"{competence.Why}\n\nWithout it: {competence.Without}");
                foreach (var level in competence.Levels)
                    AddItem(LevelPath(competence.Code, level.Level), "level", "Proficiency level", level.Does, path, level.Level, $"{competence.Code}.{level.Level}",
                        abbreviated: LevelTitle(level.Level), concept: LinkTo("CFConcepts", $"levels/{level.Level}", LevelTitle(level.Level)));
            }
        }
    }

    void AddRoles()
    {
        foreach (var (role, place) in _edition.Roles.Select((r, i) => (r, _edition.Areas.Count + i + 1)))
        {
            var path = $"roles/{role.Code}";
            AddItem(path, "role", "Role profile", role.Title, null, place, role.Code, notes: $"{role.Purpose}\n\n{role.Decides}\n\n{role.WorksWith}");
            foreach (var (duty, order) in role.Duties.Select((d, i) => (d, i + 1)))
                AddItem($"{path}/duties/{order}", "duty", "Duty", duty, path, order, null);
        }

        foreach (var role in _edition.Roles)
        {
            var path = $"roles/{role.Code}";
            foreach (var asked in role.Competences)
            {
                // A level that the competence does not describe is asked of the competence as a whole, with the level in words.
                var level = LevelPath(asked.Code, asked.Level);
                var described = _links.ContainsKey(level);
                Associate($"asks/{role.Code}/{asked.Code}", "isRelatedTo", _links[path], _links[described ? level : $"items/{asked.Code}"], notes: $"The role asks for level {asked.Level}, {LevelTitle(asked.Level)}.");
            }

            foreach (var next in role.LeadsTo)
                Associate($"next/{role.Code}/{next}", "precedes", _links[path], _links[$"roles/{next}"], notes: "The second role is a usual next step from the first.");
        }
    }

    // An earlier edition may not have been published here. Then the end is the page of the competence, which is at the same address everywhere.
    void AddReplacements(IReadOnlyDictionary<string, EarlierCompetence> earlier)
    {
        foreach (var competence in _edition.Areas.SelectMany(a => a.Competences))
        {
            foreach (var replaced in competence.Replaces)
            {
                JsonObject origin;
                if (earlier.TryGetValue(replaced, out var known))
                {
                    var id = CaseIdentifiers.Of(_edition.Code, known.Version, $"items/{known.Code}");
                    origin = CaseJson.Link(known.Title, id.ToString(), $"{CaseJson.Root}/CFItems/{id}", "CASE");
                }
                else
                {
                    origin = CaseJson.Link(replaced, replaced, $"/framework/{replaced}", OurPage);
                }

                Associate($"replaces/{replaced}/{competence.Code}", "replacedBy", origin, _links[$"items/{competence.Code}"]);
            }
        }
    }

    void AddItem(string path, string type, string typeTitle, string statement, string? parent, int place, string? code, string? notes = null, string? abbreviated = null, JsonObject? concept = null)
    {
        var link = _links[path] = LinkTo("CFItems", path, Shortened(statement));
        _items.Add(new()
        {
            Id = Id(path),
            DocumentId = Id(""),
            Order = _items.Count,
            ParentId = parent is null ? null : Id(parent),
            Sequence = place,
            HumanCodingScheme = code,
            FullStatement = statement,
            ItemType = typeTitle,
            LastChange = _changed,
            Json = CaseJson.Object(
                ("identifier", Id(path).ToString()),
                ("fullStatement", statement),
                ("CFItemType", typeTitle),
                ("uri", link["uri"]!.DeepClone()),
                ("humanCodingScheme", code),
                ("listEnumeration", place.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("abbreviatedStatement", abbreviated),
                ("conceptKeywordsURI", concept),
                ("notes", notes),
                ("language", Language),
                ("CFItemTypeURI", LinkTo("CFItemTypes", $"types/{type}", typeTitle)),
                ("licenseURI", _licence.DeepClone()),
                ("lastChangeDateTime", CaseJson.Moment(_changed))).Text(),
        });
        Associate($"children/{path}", CaseAssociation.IsChildOf, link, parent is null ? LinkTo("CFDocuments", "", _edition.Title) : _links[parent], place);
    }

    void Associate(string path, string type, JsonObject origin, JsonObject destination, int? place = null, string? notes = null)
    {
        var id = Id($"associations/{path}");
        _associations.Add(new()
        {
            Id = id,
            DocumentId = Id(""),
            Order = _associations.Count,
            OriginId = Guid.TryParse((string?)origin["identifier"], out var from) ? from : null,
            DestinationId = Guid.TryParse((string?)destination["identifier"], out var to) ? to : null,
            AssociationType = type,
            LastChange = _changed,
            Json = CaseJson.Object(
                ("identifier", id.ToString()),
                ("associationType", type),
                ("sequenceNumber", place),
                ("uri", $"{CaseJson.Root}/CFAssociations/{id}"),
                ("originNodeURI", origin.DeepClone()),
                ("destinationNodeURI", destination.DeepClone()),
                ("lastChangeDateTime", CaseJson.Moment(_changed)),
                ("notes", notes)).Text(),
        });
    }

    JsonObject LinkTo(string collection, string path, string title) => CaseJson.Link(title, Id(path).ToString(), $"{CaseJson.Root}/{collection}/{Id(path)}");

    Guid Id(string path) => CaseIdentifiers.Of(_edition.Code, _version, path);

    string LevelTitle(int level) => _edition.Levels.FirstOrDefault(l => l.Level == level)?.Title ?? level.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string LevelPath(string competence, int level) => $"items/{competence}/levels/{level}";

    // The title of a link is for people to recognise it by; the statement itself stands in the item.
    static string Shortened(string statement) => statement.Length <= 100 ? statement : statement[..(statement.LastIndexOf(' ', 96) is var cut and > 0 ? cut : 96)] + " …";
}
