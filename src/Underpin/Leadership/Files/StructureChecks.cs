using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Leadership.Files;

/// <summary>The names of the files in which the parts of a structure stand: one for all, or one for each.</summary>
internal sealed record StructureFiles(string Schools, string People, string Posts, string Meetings, string Responsibilities, string Rest)
{
    /// <summary>Files uploaded side by side.</summary>
    public static StructureFiles Csv { get; } = new("people.csv", "people.csv", "posts.csv", "meetings.csv", "responsibilities.csv", "posts.csv");
}

/// <summary>
/// Whether the parts of a structure fit together: codes are unique and known, each school has one head, management has no circle,
/// dates run forwards and everybody stands in a tier. O(size of the structure).
/// </summary>
internal sealed class StructureChecks
{
    private readonly SchoolStructure _structure;
    private readonly StructureFiles _files;
    private readonly LeadershipContent _content;
    private readonly ContentProblems _problems;
    private readonly Dictionary<string, int> _people;
    private readonly Dictionary<string, int> _posts;
    private readonly HashSet<string> _schools;

    private StructureChecks(SchoolStructure structure, StructureFiles files, LeadershipContent content, ContentProblems problems)
    {
        (_structure, _files, _content, _problems) = (structure, files, content, problems);
        _people = Unique(structure.People.Select(one => (one.Code, one.Line)), files.People, "person");
        _posts = Unique(structure.Posts.Select(one => (one.Code, one.Line)), files.Posts, "post");
        _schools = [.. Unique(structure.Schools.Select(one => (one.Code, one.Line)), files.Schools, "school").Keys];
        Unique(structure.Meetings.Select(one => (one.Code, one.Line)), files.Meetings, "meeting");
    }

    public static void Check(SchoolStructure structure, StructureFiles files, LeadershipContent content, ContentProblems problems)
    {
        var checks = new StructureChecks(structure, files, content, problems);
        checks.CheckPeople();
        checks.CheckPosts();
        checks.CheckHeads();
        checks.CheckCircles();
        checks.CheckHoldings();
        checks.CheckMeetings();
        checks.CheckAssignments();
        checks.CheckSettings();
    }

    private Dictionary<string, int> Unique(IEnumerable<(string Code, int Line)> items, string file, string what)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, line) in items.Where(item => item.Code != ""))
            if (!lines.TryAdd(code, line))
                _problems.Add(file, line, FileRules.GivenTwice, $"The {what} {code} is given a second time (first on line {lines[code]}): expected a code of its own");
        return lines;
    }

    private void Unknown(string file, int line, string message) => _problems.Add(file, line, FileRules.UnknownReference, message);

    private void Contradiction(string file, int line, string message) => _problems.Add(file, line, FileRules.Contradiction, message);

    private bool IsDuty(string code) => _content.Catalogue.Find(code) is not null || _structure.OwnDuties.Any(one => one.Code == code);

    private bool IsHolder(string code) => _people.ContainsKey(code) || _posts.ContainsKey(code);

    private void CheckPeople()
    {
        var inTier = _structure.Holdings.Select(one => one.Person).ToHashSet(StringComparer.Ordinal);
        foreach (var person in _structure.People)
        {
            if (person.Code != "" && _posts.TryGetValue(person.Code, out var line))
                Contradiction(_files.People, person.Line, $"'{person.Code}' is the code of a person and, on line {line} of {_files.Posts}, of a post: expected codes that differ");
            if (person.Code != "" && !inTier.Contains(person.Code))
                Contradiction(_files.People, person.Line, $"{person.Name} holds no post and so stands in no tier: expected a post for everybody");
            foreach (var known in person.Knows.Where(code => !IsDuty(code) && !_content.Catalogue.HasGroup(code)))
                Unknown(_files.People, person.Line, $"{person.Name} knows '{known}', which is neither a duty nor a group of duties: expected a code such as ITS-01 or ITS");
            foreach (var held in person.Qualifications.Where(code => _content.Catalogue.Qualifications.All(one => one.Code != code)))
                Unknown(_files.People, person.Line, $"{person.Name} holds '{held}', which is no qualification of the catalogue: expected {string.Join(", ", _content.Catalogue.Qualifications.Select(one => one.Code))}");
        }
    }

    private void CheckPosts()
    {
        foreach (var post in _structure.Posts)
        {
            foreach (var school in post.Schools.Where(code => code != "" && !_schools.Contains(code)))
                Unknown(_files.Posts, post.Line, $"There is no school '{school}', in which {post.Title} is meant to be: expected {Known(_schools)}");
            foreach (var line in post.ReportsTo.Where(line => line.Manager != ""))
                if (line.Manager == post.Code)
                    _problems.Add(_files.Posts, post.Line, FileRules.Circle, $"{post.Title} reports to itself: expected another post");
                else if (!_posts.ContainsKey(line.Manager))
                    Unknown(_files.Posts, post.Line, $"There is no post '{line.Manager}', to which {post.Title} is meant to report: expected the code of a post");
            if (post.ReportsTo is [var first, var second] && (first.Manager == second.Manager || first.Side == second.Side || first.Side == Side.Both || second.Side == Side.Both))
                Contradiction(_files.Posts, post.Line, $"{post.Title} has two managers who cannot be told apart: expected two posts, one for the curriculum side and one for the business side");
            if (post.PayPoint is { } point && !_structure.PayPoints.ContainsKey(point))
                Unknown(_files.Posts, post.Line, $"There is no pay point '{point}', on which {post.Title} is meant to be: expected one of 'pay-points', or a salary");
        }
    }

    private void CheckHeads()
    {
        var heads = new Dictionary<string, Post>(StringComparer.Ordinal);
        foreach (var post in _structure.Posts.Where(post => post.IsHead))
            foreach (var school in post.Schools.DefaultIfEmpty(""))
                if (!heads.TryAdd(school, post))
                    Contradiction(_files.Posts, post.Line, $"{(school == "" ? "The centre" : school)} has two heads, {heads[school].Title} and {post.Title} (lines {heads[school].Line} and {post.Line}): expected one. Two people who share a headship hold one post together");
    }

    private void CheckCircles()
    {
        var index = _structure.Posts.Where(post => post.Code != "").DistinctBy(post => post.Code).ToList();
        var at = index.Select((post, i) => (post.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        int[][] managers = [.. index.Select(post => post.ReportsTo.Where(line => line.Manager != post.Code && at.ContainsKey(line.Manager)).Select(line => at[line.Manager]).ToArray())];
        foreach (var circle in Circles.Find(managers))
            _problems.Add(_files.Posts, index[circle[0]].Line, FileRules.Circle, $"Management goes round in a circle: {Words(circle)}. Expected it to end at a head");

        string Words(IReadOnlyList<int> circle) =>
            string.Join(", who reports to ", circle.Append(circle[0]).Select(i => index[i].Title).Take(7)) + (circle.Count > 6 ? " and so on" : "");
    }

    private void CheckHoldings()
    {
        var earlier = new Dictionary<(string, string), List<Holding>>();
        foreach (var holding in _structure.Holdings.Where(one => one.Post != "" && one.Person != ""))
        {
            if (!_people.ContainsKey(holding.Person))
                Unknown(_files.Posts, holding.Line, $"There is no person '{holding.Person}', who is meant to hold {holding.Post}: expected the code of a person");
            var same = earlier.TryGetValue((holding.Post, holding.Person), out var list) ? list : earlier[(holding.Post, holding.Person)] = [];
            if (same.Exists(other => other.Period.Overlaps(holding.Period)))
                _problems.Add(_files.Posts, holding.Line, FileRules.GivenTwice, $"{holding.Person} holds {holding.Post} twice at one time: expected once");
            same.Add(holding);
        }
    }

    private void CheckMeetings()
    {
        foreach (var meeting in _structure.Meetings)
        {
            if (meeting.School is { Length: > 0 } school && !_schools.Contains(school))
                Unknown(_files.Meetings, meeting.Line, $"There is no school '{school}', of which {meeting.Name} is meant to be a meeting: expected {Known(_schools)}");
            foreach (var member in meeting.Members.Where(code => !IsHolder(code)))
                Unknown(_files.Meetings, meeting.Line, $"There is no person or post '{member}', who is meant to sit in {meeting.Name}: expected the code of one");
            foreach (var group in meeting.Remit.Where(code => !_content.Catalogue.HasGroup(code)))
                Unknown(_files.Meetings, meeting.Line, $"'{group}' in the remit of {meeting.Name} is no group of duties: expected {string.Join(", ", _content.Catalogue.Groups.Select(one => one.Code))}");
        }
    }

    private void CheckAssignments()
    {
        foreach (var one in _structure.Assignments)
        {
            if (one.Duty != "" && !IsDuty(one.Duty))
                Unknown(_files.Responsibilities, one.Line, $"There is no duty '{one.Duty}': expected the code of one, such as ITS-01");
            else if (_structure.NotOurs.ContainsKey(one.Duty))
                Contradiction(_files.Responsibilities, one.Line, $"{one.Duty} is held here and given under 'not-ours': expected one of the two");
            if (one.School is { Length: > 0 } school && !_schools.Contains(school))
                Unknown(_files.Responsibilities, one.Line, $"There is no school '{school}': expected {Known(_schools)}");
            if (one.Holder != "" && !IsHolder(one.Holder))
                Unknown(_files.Responsibilities, one.Line, $"There is no person or post '{one.Holder}', who is meant to have a part in {one.Duty}: expected the code of one");
        }
    }

    private void CheckSettings()
    {
        foreach (var own in _structure.OwnDuties.Where(one => one.Group != "" && !_content.Catalogue.HasGroup(one.Group)))
            Unknown(_files.Rest, own.Line, $"{own.Code} begins with {own.Group}, which is no group of duties: expected {string.Join(", ", _content.Catalogue.Groups.Select(one => one.Code))}");
        Unique(_structure.OwnDuties.Select(one => (one.Code, one.Line)), _files.Rest, "duty");
        foreach (var code in _structure.NotOurs.Keys.Where(code => _content.Catalogue.Find(code) is null))
            Unknown(_files.Rest, 1, $"'not-ours' gives {code}, which is no duty of the catalogue: expected the code of one");
        foreach (var (code, value) in _structure.Thresholds)
            if (_content.Thresholds.FirstOrDefault(one => one.Code == code) is not { } known)
                Unknown(_files.Rest, 1, $"There is no threshold '{code}': expected {string.Join(", ", _content.Thresholds.Select(one => one.Code))}");
            else if (value < known.Lowest || value > known.Highest)
                _problems.Add(_files.Rest, 1, FileRules.Shape, $"The threshold {code} is {value:0.##}: expected a number from {known.Lowest:0.##} to {known.Highest:0.##}");
    }

    private static string Known(IEnumerable<string> codes) => string.Join(", ", codes.Order(StringComparer.Ordinal).Take(8));
}
