using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;
using Underpin.Tests.Platform.Content;

namespace Underpin.Tests.Leadership;

/// <summary>Builders of structures, and the content of this repository.</summary>
internal static class LeadershipData
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static string ContentDirectory { get; } = Path.Combine(Repository.Root, "content");

    public static LeadershipContent Content { get; } = LeadershipContent.Read(ContentDirectory, new(2026, 11, 23)).Content!;

    public static string Example(string name) => Path.Combine(Repository.Root, "docs", "guide", name);

    public static SchoolStructure Read(string name)
    {
        var (structure, problems) = StructureReader.Read(Example(name), Content);
        Assert.Empty(problems);
        return structure!;
    }

    public static School School(string code = "school", string name = "The school", params string[] traits) => new(code, name, traits.Length == 0 ? ["secondary"] : traits);

    public static Person Person(string code, params string[] knows) => new(code, char.ToUpperInvariant(code[0]) + code[1..], knows, []);

    public static Post Post(string code, Tier tier = Tier.Core, string? to = null, Side side = Side.Both, bool head = false, decimal? spends = null, decimal? salary = null) =>
        new(code, $"Post {code}", tier) { Schools = ["school"], IsHead = head, ReportsTo = to is null ? [] : [new(to, side)], SpendLimit = spends, Salary = salary };

    public static Holding Holds(string post, string person, DateOnly? from = null, DateOnly? until = null) => new(post, person, new(from, until));

    public static Assignment Assigned(string duty, Part part, string holder, DateOnly? from = null, DateOnly? until = null, string? school = "school") => new(duty, school, part, holder, new(from, until));

    public static Meeting Meeting(string code, IReadOnlyList<string> members, decimal? budget = null, bool policy = false, string[]? remit = null, decimal? hours = null) =>
        new(code, $"Meeting {code}") { School = "school", Members = members, BudgetLimit = budget, DecidesPolicy = policy, Remit = remit ?? [], HoursAYear = hours };

    /// <summary>A school with a head, a business manager and an IT manager, each in a post of the first letter of their name.</summary>
    public static SchoolStructure Small(params Assignment[] assignments) => new()
    {
        Title = "A small school",
        Schools = [School()],
        People = [Person("hana"), Person("bo"), Person("ita", "ITS")],
        Posts = [Post("h", head: true, spends: 50_000), Post("b", to: "h", side: Side.Business, spends: 10_000), Post("i", Tier.Middle, "b", Side.Business)],
        Holdings = [Holds("h", "hana"), Holds("b", "bo"), Holds("i", "ita")],
        Meetings = [Meeting("senior", ["h", "b"], budget: 50_000, policy: true)],
        Assignments = assignments,
    };

    public static IReadOnlyList<ContentProblem> ProblemsOf(SchoolStructure structure)
    {
        var problems = new ContentProblems();
        StructureChecks.Check(structure, new("f", "f", "f", "f", "f", "f"), Content, problems);
        return problems.InOrder();
    }
}
