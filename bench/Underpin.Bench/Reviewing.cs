using System.Diagnostics;
using System.Globalization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;

namespace Underpin.Bench;

/// <summary>
/// How long the review of a trust takes, beside only putting the same structure in order for one day, which reads everything once. Schools are
/// of the wide template, with everybody named, handovers ahead, and teachers enough to make a hundred people each.
/// </summary>
internal static class Reviewing
{
    static readonly DateOnly Day = new(2026, 11, 23);

    public static int Run(string[] args)
    {
        var rounds = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 20;
        var directory = ContentDirectory();
        var content = LeadershipContent.Read(directory, Day).Content!;
        var template = StructureTemplate.ReadAll(directory, content).Templates.Single(one => one.Code == "wide");
        Console.WriteLine("| schools | people | duties held | findings | first review, ms | review, ms | one pass, ms | times one pass |\n|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var schools in (int[])[1, 10, 50]) Measure(Trust(template, schools, content), content, rounds);
        return 0;
    }

    static void Measure(SchoolStructure trust, LeadershipContent content, int rounds)
    {
        var first = Time(() => LeadershipReview.Run(trust, Day, content));
        var (reviews, passes) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            reviews.Add(Time(() => LeadershipReview.Run(trust, Day, content)));
            passes.Add(Time(() => trust.AsOf(Day, content.Catalogue)));
        }

        var (review, pass, findings) = (Median(reviews), Median(passes), LeadershipReview.Run(trust, Day, content).Findings.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {trust.Schools.Count} | {trust.People.Count:N0} | {trust.Assignments.Count:N0} | {findings} | {first:N0} | {review:N0} | {pass:N1} | {review / pass:N1} |"));
    }

    static double Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static SchoolStructure Trust(StructureTemplate template, int schools, LeadershipContent content)
    {
        var all = Enumerable.Range(1, schools).Select(number => One(template, number, content)).ToList();
        return new()
        {
            Title = $"A trust of {schools}",
            OnCostsPercent = 38,
            Schools = [.. all.SelectMany(one => one.Schools)],
            People = [new("chief-person", "The chief executive", [], []), .. all.SelectMany(one => one.People)],
            Posts = [new("chief", "Chief executive", Tier.Core) { IsHead = true }, .. all.SelectMany(one => one.Posts)],
            Holdings = [new("chief", "chief-person", Period.Always), .. all.SelectMany(one => one.Holdings)],
            Meetings = [.. all.SelectMany(one => one.Meetings)],
            Assignments = [.. all.SelectMany(one => one.Assignments)],
        };
    }

    static SchoolStructure One(StructureTemplate template, int number, LeadershipContent content)
    {
        var school = template.Fill(
            new()
            {
                Title = "",
                School = new($"school-{number}", $"School {number}", ["secondary", "sixth-form", "trust"]) { Staff = 100, StaffCost = 5_000_000 },
                Names = template.Structure.Posts.ToDictionary(post => post.Code, post => $"Holder of {post.Code}"),
            },
            content);
        var teachers = Enumerable.Range(1, 100 - school.People.Count).Select(i => $"teacher-{i}").ToList();
        return school with
        {
            People = [.. school.People.Select(person => person with { Code = Here(person.Code), Knows = ["TEA", "ITS-01"] }), .. teachers.Select(code => new Person(Here($"of-{code}"), "A teacher", [], []))],
            Posts = [.. school.Posts.Select(Moved), .. teachers.Select(code => new Post(Here(code), "Teacher", Tier.Other) { Schools = [$"school-{number}"], ReportsTo = [new(Here("head-of-maths"), Side.Curriculum)] })],
            Holdings = [.. school.Holdings.Select(one => new Holding(Here(one.Post), Here(one.Person), new(new(2015, 9, 1), number % 2 == 0 ? new(2027, 8, 31) : null))), .. teachers.Select(code => new Holding(Here(code), Here($"of-{code}"), Period.Always))],
            Meetings = [.. school.Meetings.Select(meeting => meeting with { Code = Here(meeting.Code), Members = [.. meeting.Members.Select(Here)] })],
            Assignments = [.. school.Assignments.Select(one => one with { Holder = Here(one.Holder), Period = new(new(2015, 9, 1), null) })],
        };

        string Here(string code) => $"{code}-{number}";

        Post Moved(Post post) => post with
        {
            Code = Here(post.Code), Salary = 50_000,
            ReportsTo = post.IsHead ? [new("chief", Side.Both)] : [.. post.ReportsTo.Select(line => line with { Manager = Here(line.Manager) })],
        };
    }

    static string ContentDirectory()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Underpin.slnx"))) directory = directory.Parent ?? throw new InvalidOperationException("This is run from a clone.");
        return Path.Combine(directory.FullName, "content");
    }
}
