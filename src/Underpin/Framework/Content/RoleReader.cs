using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content;

/// <summary>A role read from its file, with what other files have to be asked about.</summary>
internal sealed record RoleDraft(
    RoleContent Role, ContentMapReader Map, IReadOnlyList<LocatedText> Competences, IReadOnlyList<LocatedText> Qualifications, IReadOnlyList<LocatedText> LeadsTo);

/// <summary>Reads content/framework/roles/CODE.yaml.</summary>
internal static partial class RoleReader
{
    public const string Folder = "framework/roles";

    private const string CodeExpected = "lower-case words with hyphens, such as it-technician";

    public static ContentShape RoleShape { get; } = new(
        "a role",
        new("code", CodeExpected),
        new("title", "the role's title"),
        new("order", "its place among the roles, from 1"),
        new("kind", "ladder or specialist"),
        new("purpose", "why a school pays for this post"),
        new("duties", "typical duties, each beginning with a verb"),
        new("decides", "what the person decides alone, and what they take to somebody else"),
        new("works-with", "whom they answer to and work beside"),
        new("competences", "what the role asks for, and at which level"),
        new("qualifications", "codes of qualifications that lead to the role"),
        new("leads-to", "codes of the roles that come next", Required: false),
        new("sources", "where facts come from", Required: false),
        Allowance.Key);

    public static ContentShape AskedShape { get; } = new(
        "a competence that the role asks for",
        new("code", "the code of a competence of the framework"),
        new("level", "the proficiency level that is asked for"));

    /// <summary>The roles, in their order.</summary>
    public static IReadOnlyList<RoleDraft> ReadAll(ContentFolder folder, ContentProblems problems, DateOnly today, LinePlaces places)
    {
        var roles = new List<RoleDraft>();
        foreach (var file in folder.YamlFiles(Folder, problems))
        {
            if (folder.Read(file, RoleShape, problems) is not { } map)
                continue;
            var draft = Read(map, today, places);
            if (roles.Find(other => other.Role.Order == draft.Role.Order && map.IsSound("order")) is { } before)
                map.Problem(FileRules.GivenTwice, "order", $"{draft.Role.Order} is already the place of {before.Role.Code}: expected a place of its own");
            roles.Add(draft);
        }
        return [.. roles.OrderBy(draft => draft.Role.Order)];
    }

    private static RoleDraft Read(ContentMapReader map, DateOnly today, LinePlaces places)
    {
        var code = map.Matching("code", RoleCode(), CodeExpected);
        if (code != "" && Path.GetFileNameWithoutExtension(map.File) != code)
            map.Problem(FileRules.Contradiction, "code", $"'code' is {code}, but the file is {map.File}: expected {Folder}/{code}.yaml");
        var competences = map.Maps("competences", AskedShape);
        var asked = competences.Select(item => new RoleCompetenceContent(item.Text("code"), item.Integer("level", 1, 9))).ToList();
        LocatedText[] located = [.. competences.Select((item, i) => new LocatedText(asked[i].Code, item.LineOf("code")))];
        var duties = map.Texts("duties");
        places.Add($"role.{code}", map, "title", "purpose", "decides", "works-with");
        for (var i = 0; i < duties.Count; i++)
            places.Add($"role.{code}.duty.{i + 1}", map.File, duties[i].Line);
        foreach (var competence in located)
            places.Add($"role.{code}.competence.{competence.Text}", map.File, competence.Line);
        var qualifications = map.Texts("qualifications");
        var leadsTo = map.Texts("leads-to");
        map.RefuseRepeats("competences", located);
        map.RefuseRepeats("qualifications", qualifications);
        map.RefuseRepeats("leads-to", leadsTo);
        var role = new RoleContent
        {
            Code = code,
            Title = map.Text("title"),
            Order = map.Integer("order", 1, 99),
            Kind = Enum.Parse<RoleKind>(map.OneOf("kind", "ladder", "specialist"), ignoreCase: true),
            Purpose = map.Text("purpose"),
            Duties = [.. duties.Select(text => text.Text)],
            Decides = map.Text("decides"),
            WorksWith = map.Text("works-with"),
            Competences = asked,
            Qualifications = [.. qualifications.Select(text => text.Text)],
            LeadsTo = [.. leadsTo.Select(text => text.Text)],
            Sources = SourceContent.ReadAll(map, today),
        };
        return new(role, map, located, qualifications, leadsTo);
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+){0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleCode();
}
