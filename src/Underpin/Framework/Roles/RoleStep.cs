namespace Underpin.Framework.Roles;

/// <summary>What becomes of a competence on the step from one role to another.</summary>
internal enum StepChange
{
    Same,
    Rises,
    New,
    Falls,

    /// <summary>The second role does not ask for it.</summary>
    NotAsked,
}

/// <summary>A competence that one of two roles asks for, and the level that each asks.</summary>
internal sealed record StepCompetence(string Code, int? From, int? To)
{
    public StepChange Change => (From, To) switch
    {
        (null, _) => StepChange.New,
        (_, null) => StepChange.NotAsked,
        ({ } from, { } to) when to > from => StepChange.Rises,
        ({ } from, { } to) when to < from => StepChange.Falls,
        _ => StepChange.Same,
    };

    /// <summary>The level to be reached; null where nothing has to be learned.</summary>
    public int? ToLearn => Change is StepChange.Rises or StepChange.New ? To : null;

    public string InWords => Change switch
    {
        StepChange.New => "new",
        StepChange.NotAsked => "no longer asked for",
        StepChange.Rises => To - From == 1 ? "rises a level" : $"rises {RoleStep.Number(To!.Value - From!.Value)} levels",
        StepChange.Falls => "asked at a lower level",
        _ => "the same",
    };
}

/// <summary>The step from one role to another.</summary>
internal sealed class RoleStep(RoleProfile from, RoleProfile to)
{
    public IReadOnlyList<StepCompetence> Competences { get; } = [.. from.Competences.Select(c => c.Code).Union(to.Competences.Select(c => c.Code))
        .Select(code => new StepCompetence(code, LevelOf(from, code), LevelOf(to, code)))];

    public bool IsNone => from.Code == to.Code;

    /// <summary>The step in a sentence: “12 competences rise a level, 4 are new and 2 are no longer asked for.”</summary>
    public string InWords
    {
        get
        {
            var parts = new List<(int Count, string One, string Many)>();
            foreach (var rise in Competences.Where(c => c.Change == StepChange.Rises).GroupBy(c => c.To!.Value - c.From!.Value).OrderBy(g => g.Key))
                parts.Add(rise.Key == 1 ? (rise.Count(), "rises a level", "rise a level") : (rise.Count(), $"rises {Number(rise.Key)} levels", $"rise {Number(rise.Key)} levels"));
            Add(StepChange.New, "is new", "are new");
            Add(StepChange.Falls, "is asked at a lower level", "are asked at a lower level");
            Add(StepChange.NotAsked, "is no longer asked for", "are no longer asked for");
            Add(StepChange.Same, "stays the same", "stay the same");
            var phrases = parts.Select((part, i) => $"{part.Count}{(i == 0 ? part.Count == 1 ? " competence" : " competences" : "")} {(part.Count == 1 ? part.One : part.Many)}").ToList();
            return (phrases.Count == 1 ? phrases[0] : $"{string.Join(", ", phrases[..^1])} and {phrases[^1]}") + ".";

            void Add(StepChange change, string one, string many)
            {
                if (Competences.Count(c => c.Change == change) is > 0 and var count) parts.Add((count, one, many));
            }
        }
    }

    /// <summary>
    /// Units that teach what the step asks for, those that teach most of it first. A unit helps where it goes beyond the level that is held and
    /// not beyond the level to be reached.
    /// </summary>
    public IReadOnlyList<StepUnit> Units(IReadOnlyList<TeachingUnit> teaching)
    {
        var held = Competences.ToDictionary(c => c.Code, StringComparer.Ordinal);
        return [.. teaching.Where(unit => held.TryGetValue(unit.Competence, out var asked) && unit.ToProficiency <= asked.ToLearn && unit.ToProficiency > (asked.From ?? 0))
            .GroupBy(unit => unit.Code)
            .Select(unit => new StepUnit(unit.Key, unit.First().Title, unit.First().Level, [.. unit.Select(t => (t.Competence, t.ToProficiency))]))
            .OrderByDescending(unit => unit.Teaches.Count).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    public static string Number(int number) => number switch { 1 => "one", 2 => "two", 3 => "three", 4 => "four", _ => $"{number}" };

    static int? LevelOf(RoleProfile role, string code) => role.Competences.FirstOrDefault(c => c.Code == code)?.Level;
}

/// <summary>A unit that helps with a step: competences and the level it teaches each to.</summary>
internal sealed record StepUnit(string Code, string Title, int Level, IReadOnlyList<(string Competence, int Level)> Teaches);
