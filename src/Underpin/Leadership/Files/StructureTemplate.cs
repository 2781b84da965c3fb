using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;
using Underpin.Platform.Values;

namespace Underpin.Leadership.Files;

/// <summary>A classic shape to begin with: posts, meetings and who answers for what, and no people. Written in content/leadership/templates.</summary>
/// <param name="Code">The name of its file.</param>
internal sealed record StructureTemplate(string Code, SchoolStructure Structure)
{
    /// <summary>Reads the templates, in order of code.</summary>
    /// <param name="directory">The content directory.</param>
    public static (IReadOnlyList<StructureTemplate> Templates, IReadOnlyList<ContentProblem> Problems) ReadAll(string directory, LeadershipContent content)
    {
        var (templates, found) = (new List<StructureTemplate>(), new ContentProblems());
        foreach (var file in new ContentFolder(directory).YamlFiles("leadership/templates", found))
        {
            var (structure, problems) = StructureReader.Read(Path.Combine(directory, file), content);
            if (structure is not null)
                templates.Add(new(Path.GetFileNameWithoutExtension(file), structure));
            else if (problems.Count > 0)
                return ([], problems);
        }
        return (templates, found.InOrder());
    }

    /// <summary>
    /// The structure of a school made of the template. What the people did not answer stays as the template has it: posts without a name are
    /// vacant.
    /// </summary>
    /// <exception cref="FormatException">A name is none: see <see cref="PersonName"/>.</exception>
    /// <exception cref="ArgumentException">An answer names a post that the template does not have, or leaves out the head.</exception>
    public SchoolStructure Fill(TemplateAnswers answers, LeadershipContent content)
    {
        if (answers.Names.Keys.Concat(answers.Without).FirstOrDefault(code => Structure.Posts.All(post => post.Code != code)) is { } unknown)
            throw new ArgumentException($"The template {Code} has no post {unknown}.", nameof(answers));
        if (Structure.Posts.Any(post => post.IsHead && answers.Without.Contains(post.Code)))
            throw new ArgumentException("A school has a head.", nameof(answers));
        var posts = Structure.Posts.ToDictionary(post => post.Code, StringComparer.Ordinal);
        var (people, holdings) = People(answers, posts.Keys);
        return Structure with
        {
            Title = answers.Title,
            Schools = [answers.School],
            People = people,
            Holdings = holdings,
            Posts = [.. Structure.Posts.Where(post => !answers.Without.Contains(post.Code)).Select(post => post with
            {
                Schools = [answers.School.Code],
                ReportsTo = ItSide(post, answers, content) ?? [.. post.ReportsTo.Select(line => line with { Manager = Kept(line.Manager) })],
            })],
            Meetings = [.. Structure.Meetings.Select(meeting => meeting with { School = answers.School.Code, Members = [.. meeting.Members.Where(code => !answers.Without.Contains(code))] })],
            Assignments = [.. Structure.Assignments.Select(one => one with { Holder = Kept(one.Holder), School = answers.School.Code })
                .DistinctBy(one => (one.Duty, one.School, one.Part, one.Holder))],
        };

        // What a post left out had goes to the post above it.
        string Kept(string code)
        {
            while (answers.Without.Contains(code))
                code = posts[code].ReportsTo[0].Manager;
            return code;
        }
    }

    private static (List<Person> People, List<Holding> Holdings) People(TemplateAnswers answers, IEnumerable<string> postCodes)
    {
        var (index, people, holdings) = (new NameIndex(), new List<Person>(), new List<Holding>());
        index.Reserve(postCodes);
        foreach (var (post, names) in answers.Names.Where(pair => !answers.Without.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            foreach (var given in names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var name = PersonName.Parse(given).ToString();
                // One name in two posts is one person with two posts; several names in one share it.
                var known = people.Find(person => person.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
                if (known is null)
                    people.Add(known = new(index.Add("", name), name, [], []));
                holdings.Add(new(post, known.Code, Period.Always));
            }
        return (people, holdings);
    }

    // The post that runs the IT service answers to the deputy for the curriculum, or to whoever leads the business side.
    private IReadOnlyList<ReportingLine>? ItSide(Post post, TemplateAnswers answers, LeadershipContent content)
    {
        if (answers.ItThrough is not { } side || side == Side.Both)
            return null;
        var service = content.Catalogue.Responsibilities.First(duty => duty.IsItLead).Code;
        var runs = Structure.Assignments.Where(one => one.Duty == service && one.Part is Part.Accountable or Part.Responsible).Select(one => Structure.Posts.First(other => other.Code == one.Holder));
        if (runs.Where(one => one.Tier == Tier.Middle).Select(one => one.Code).FirstOrDefault() != post.Code)
            return null;
        var head = Structure.Posts.First(one => one.IsHead).Code;
        var manager = Structure.Posts.First(one => one.Tier == Tier.Core && one.ReportsTo.Any(line => line.Manager == head && line.Side == side)).Code;
        return [new(manager, side)];
    }
}

/// <summary>What somebody fills into a template.</summary>
internal sealed record TemplateAnswers
{
    /// <summary>What to call the scenario.</summary>
    public required string Title { get; init; }

    public required School School { get; init; }

    /// <summary>Names by the code of the post; several for one post with semicolons between them.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes of posts that the school does not have; what they had goes to the post above.</summary>
    public IReadOnlySet<string> Without { get; init; } = new HashSet<string>();

    /// <summary>The side through which IT is managed; null to keep the template's.</summary>
    public Side? ItThrough { get; init; }
}
