using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content;

/// <summary>The newcomers' page read from its file, with what other files have to be asked about.</summary>
internal sealed record NewcomersDraft(NewcomersContent Page, ContentMapReader Map, IReadOnlyList<LocatedText> Roles, IReadOnlyList<LocatedText> Qualifications);

/// <summary>Reads content/newcomers/newcomers.yaml.</summary>
internal static partial class NewcomersReader
{
    public const string Folder = "newcomers";
    public const string File = "newcomers/newcomers.yaml";

    private const string CodeExpected = "lower-case words with hyphens, such as the-job";

    /// <summary>The pictures that are drawn: one file each in Assets/pictures.</summary>
    public static readonly IReadOnlyList<string> Pictures =
        ["desk", "classroom", "clock", "question", "doors", "bench", "notebook", "phone", "ladder", "payslip", "family", "cabinet"];

    public static ContentShape PageShape { get; } = new(
        "the newcomers' page",
        new("code", "newcomers"),
        new("version", "a whole number from 1"),
        new("title", "the page's title"),
        new("summary", "two or three sentences under the title"),
        new("picture", "the picture beside the title"),
        new("sections", "the sections in the order of reading"));

    public static ContentShape PictureShape { get; } = new(
        "a picture",
        new("code", "the name of a drawing"),
        new("alt", "the words that stand in for it"));

    public static ContentShape SectionShape { get; } = new(
        "a section",
        new("code", CodeExpected),
        new("title", "the section's title"),
        new("picture", "the section's picture", Required: false),
        new("intro", "paragraphs before the items", Required: false),
        new("items", "what the section lists", Required: false),
        new("outro", "paragraphs after the items", Required: false));

    public static ContentShape ItemShape { get; } = new(
        "an item",
        new("label", "a time, a name, a step or a word to explain", Required: false),
        new("text", "one paragraph"),
        new("role", "the code of a role to link to", Required: false),
        new("qualifications", "codes of qualifications to link to", Required: false),
        new("link", "an outside page, beginning https://", Required: false),
        new("confidence", "seen, recalled, derived or computed", Required: false),
        new("source", "where the fact was read", Required: false),
        new("url", "the source's address, beginning https://", Required: false),
        new("checked", "the date on which it was last looked at", Required: false));

    /// <summary>The page; null, with the problem told, when there is none to be had.</summary>
    public static NewcomersDraft? Read(ContentFolder folder, ContentProblems problems, DateOnly today)
    {
        foreach (var other in folder.YamlFiles(Folder, problems).Where(file => file != File))
            problems.Add(other, 1, FileRules.Shape, $"This is not read: expected {File} alone here");
        if (!folder.Has(File))
        {
            problems.Add(File, 1, FileRules.Shape, "The file is missing: expected the page for newcomers");
            return null;
        }
        return folder.Read(File, PageShape, problems) is { } map ? Read(map, today) : null;
    }

    private static NewcomersDraft Read(ContentMapReader map, DateOnly today)
    {
        var (roles, qualifications) = (new List<LocatedText>(), new List<LocatedText>());
        var sections = new List<NewcomersSection>();
        foreach (var section in map.Maps("sections", SectionShape))
        {
            var code = section.Matching("code", SectionCode(), CodeExpected);
            if (code != "" && sections.Exists(earlier => earlier.Code == code))
                section.Problem("code", $"{code} is already the code of another section: expected a code of its own");
            if (!section.Has("intro") && !section.Has("items"))
                section.ProblemAt(FileRules.Shape, section.Line, "The section says nothing: expected 'intro', 'items' or both");
            sections.Add(new()
            {
                Code = code,
                Title = section.Text("title"),
                Picture = ReadPicture(section),
                Intro = [.. section.Texts("intro").Select(text => text.Text)],
                Items = [.. section.Maps("items", ItemShape).Select(item => ReadItem(item, roles, qualifications, today))],
                Outro = [.. section.Texts("outro").Select(text => text.Text)],
            });
        }
        var page = new NewcomersContent
        {
            Code = map.Matching("code", PageCode(), "newcomers"),
            Version = map.Integer("version", 1, 999),
            Title = map.Text("title"),
            Summary = map.Text("summary"),
            Picture = ReadPicture(map) ?? new("", ""),
            Sections = sections,
        };
        return new(page, map, roles, qualifications);
    }

    private static NewcomersPicture? ReadPicture(ContentMapReader map)
    {
        if (map.Map("picture", PictureShape) is not { } picture)
            return null;
        var code = picture.Text("code");
        if (code != "" && !Pictures.Contains(code))
            picture.Problem("code", $"There is no drawing '{code}': expected one of {string.Join(", ", Pictures)}");
        return new(code, picture.Text("alt"));
    }

    private static NewcomersItem ReadItem(ContentMapReader item, List<LocatedText> roles, List<LocatedText> qualifications, DateOnly today)
    {
        var role = item.Has("role") ? item.Text("role") : "";
        if (role != "")
            roles.Add(new(role, item.LineOf("role")));
        var named = item.Texts("qualifications");
        item.RefuseRepeats("qualifications", named);
        qualifications.AddRange(named);
        return new()
        {
            Label = item.Has("label") ? item.Text("label") : null,
            Text = item.Text("text"),
            Role = role == "" ? null : role,
            Qualifications = [.. named.Select(text => text.Text)],
            Link = ReadAddress(item, "link"),
            Fact = ReadFact(item, today),
        };
    }

    // A fact says how sure we are, where it was read and when; or nothing of the three.
    private static NewcomersFact? ReadFact(ContentMapReader item, DateOnly today)
    {
        string[] all = ["confidence", "source", "checked"];
        if (all.All(key => !item.Has(key)) && !item.Has("url"))
            return null;
        foreach (var missing in all.Where(key => !item.Has(key)))
            item.ProblemAt(FileRules.Shape, item.Line, $"'{missing}' is missing: expected confidence, source and checked together, wherever a fact or a figure is stated");
        var confidence = Enum.Parse<Confidence>(item.OneOf("confidence", "seen", "recalled", "derived", "computed"), ignoreCase: true);
        return new(confidence, item.Has("source") ? item.Text("source") : "", ReadAddress(item, "url"), item.Date("checked", today));
    }

    private static Uri? ReadAddress(ContentMapReader item, string key)
    {
        var text = item.Has(key) ? item.Text(key) : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            return address;
        if (text != "")
            item.Problem(key, $"'{text}' is not a web address: expected one beginning https://");
        return null;
    }

    [GeneratedRegex("^newcomers$", RegexOptions.CultureInvariant)]
    private static partial Regex PageCode();

    [GeneratedRegex("^[a-z]+(-[a-z]+){0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionCode();
}
