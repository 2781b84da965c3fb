using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Leadership.Rotation;

/// <summary>Reads a problem from the file that docs/guide/rotation.md describes. People and duties are named by their names, which are their keys.</summary>
internal sealed class RotationFile
{
    static readonly ContentShape ProblemShape = new(
        "a rotation",
        new("first-year", "the first school year of the plan, such as 2027 for 2027/28"),
        new("years", "how many years, from 1 to 8"),
        new("passes-on", "how many duties each person passes on a year; 1 when left out", Required: false),
        new("receives", "how many duties each person receives a year; 1 when left out", Required: false),
        new("extra", "how many more may pass between people who stay; 0 when left out", Required: false),
        new("load-limit", "the most weight that anybody carries in a year", Required: false),
        new("no-return-within", "for how many years nobody takes back what they passed on", Required: false),
        new("otherwise", "ready or after shadowing: for all that 'readiness' does not name; ready when left out", Required: false),
        new("people", "people with their names"),
        new("duties", "duties with their names and holders"),
        new("readiness", "who is ready for what", Required: false),
        new("pins", "duties that stay with a person", Required: false),
        new("apart", "pairs of duties that no one person may hold", Required: false),
        new("together", "pairs of duties best kept together", Required: false),
        new("always-together", "pairs of duties that must be kept together", Required: false),
        new("still", "duties and the years in which they must not move", Required: false),
        new("asks", "what is asked of a person in one year", Required: false),
        new("fixed", "cells fixed by hand", Required: false));

    static readonly ContentShape PersonShape = new(
        "a person",
        new("name", "the person's name"),
        new("joins", "the first school year in post, for somebody who is not in post now", Required: false),
        new("leaves", "the first school year no longer in post", Required: false),
        new("load-limit", "the most weight that this person carries in a year", Required: false),
        new("passes-on", "how many duties this person passes on a year", Required: false),
        new("receives", "how many duties this person receives a year", Required: false),
        new("any-number", "true where the person may pass on and receive more or fewer than asked", Required: false));

    static readonly ContentShape DutyShape = new(
        "a duty",
        new("name", "the duty's name"),
        new("weight", "what it takes, from 1 to 100; 1 when left out", Required: false),
        new("holder", "the name of who holds it now; left out while it is vacant", Required: false));

    static readonly ContentShape ReadinessShape = new(
        "an entry of readiness",
        new("person", "the person's name"),
        new("duties", "names of duties"),
        new("level", "ready, after shadowing or never"),
        new("because", "why never, such as: the post needs qualified teacher status", Required: false));

    static readonly ContentShape PinShape = new(
        "a pin",
        new("duty", "the duty's name"),
        new("person", "the person's name"),
        new("from", "the first year; the plan's when left out", Required: false),
        new("until", "the last year; the plan's when left out", Required: false));

    static readonly ContentShape StillShape = new("a year without a move", new("duty", "the duty's name"), new("year", "a school year of the plan"));

    static readonly ContentShape AskShape = new(
        "an ask",
        new("person", "the person's name"),
        new("year", "a school year of the plan"),
        new("passes-on", "how many duties the person passes on in that year", Required: false),
        new("receives", "how many duties the person receives in that year", Required: false));

    static readonly ContentShape CellShape = new("a fixed cell", new("duty", "the duty's name"), new("year", "a school year of the plan"), new("person", "the person's name"));

    readonly ContentMapReader _map;
    readonly Dictionary<(RotationPart Part, int Index), int> _lines = [];

    RotationFile(ContentMapReader map) => _map = map;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is; also how problems name it.</param>
    /// <returns>The problem, or all that is wrong with the file by line; one of the two is empty.</returns>
    public static (RotationProblem? Problem, IReadOnlyList<ContentProblem> Wrong) Read(string path)
    {
        var wrong = new ContentProblems();
        if (ContentYaml.Read(path, path, wrong) is not { } map) return (null, wrong.InOrder());
        var file = new RotationFile(new(path, map, ProblemShape, wrong));
        var problem = file.Problem();
        // What could not be read stands in as something harmless: faults found in that would mislead.
        if (!wrong.AnyIn(path))
        {
            foreach (var fault in RotationValidation.Check(problem)) file._map.ProblemAt(FileRules.Contradiction, file._lines.GetValueOrDefault((fault.Part, fault.Index), 1), fault.Message);
        }

        return wrong.AnyIn(path) ? (null, wrong.InOrder()) : (problem, []);
    }

    RotationProblem Problem() => new()
    {
        FirstYear = _map.Integer("first-year", 2000, 2200),
        Years = _map.Integer("years", 1, RotationValidation.MostYears),
        PassesOn = Count(_map, "passes-on") ?? 1,
        Receives = Count(_map, "receives") ?? 1,
        Extra = Count(_map, "extra") ?? 0,
        LoadLimit = _map.OptionalInteger("load-limit", 1, 99999),
        NoReturnYears = _map.OptionalInteger("no-return-within", 0, RotationValidation.MostYears) ?? 0,
        OtherwiseReady = _map.Has("otherwise") && _map.OneOf("otherwise", "ready", "after shadowing") == "after shadowing" ? Readiness.AfterShadowing : Readiness.Ready,
        People = [.. Items(RotationPart.People, "people", PersonShape).Select(p => new RotationPerson
        {
            Key = p.Text("name"),
            Name = p.Text("name"),
            Joins = Year(p, "joins"),
            Leaves = Year(p, "leaves"),
            LoadLimit = p.OptionalInteger("load-limit", 1, 99999),
            PassesOn = Count(p, "passes-on"),
            Receives = Count(p, "receives"),
            AnyNumber = p.Flag("any-number"),
        })],
        Duties = [.. Items(RotationPart.Duties, "duties", DutyShape).Select(d => new RotationDuty
        {
            Key = d.Text("name"),
            Name = d.Text("name"),
            Weight = d.OptionalInteger("weight", 1, RotationValidation.MostWeight) ?? 1,
            Holder = d.Has("holder") ? d.Text("holder") : null,
        })],
        Readiness = ReadReadiness(),
        Pins = [.. Items(RotationPart.Pins, "pins", PinShape).Select(p => new Pin(p.Text("person"), p.Text("duty"), Year(p, "from"), Year(p, "until")))],
        Apart = [.. Pairs(RotationPart.Apart, "apart", 0).Select(p => new ApartPair(p.One, p.Other))],
        Together = ReadTogether(),
        Still = [.. Items(RotationPart.Still, "still", StillShape).Select(s => new StillYear(s.Text("duty"), s.Integer("year", 2000, 2300)))],
        Asks = [.. Items(RotationPart.Asks, "asks", AskShape).Select(a => new YearAsk(a.Text("person"), a.Integer("year", 2000, 2300), Count(a, "passes-on"), Count(a, "receives")))],
        Fixed = [.. Items(RotationPart.Fixed, "fixed", CellShape).Select(c => new RotationCell(c.Text("duty"), c.Integer("year", 2000, 2300), c.Text("person")))],
    };

    List<ReadinessEntry> ReadReadiness()
    {
        var entries = new List<ReadinessEntry>();
        foreach (var item in _map.Maps("readiness", ReadinessShape))
        {
            var level = item.OneOf("level", "ready", "after shadowing", "never") switch { "never" => Readiness.Never, "ready" => Readiness.Ready, _ => Readiness.AfterShadowing };
            if (level != Readiness.Never && item.Has("because")) item.Problem("because", "'because' is given for somebody who may hold the duty: expected it only beside level: never");
            foreach (var duty in item.Texts("duties"))
            {
                _lines[(RotationPart.Readiness, entries.Count)] = duty.Line;
                entries.Add(new(item.Text("person"), duty.Text, level, item.Has("because") ? item.Text("because") : null));
            }
        }

        return entries;
    }

    List<TogetherPair> ReadTogether()
    {
        var pairs = Pairs(RotationPart.Together, "together", 0).Select(p => new TogetherPair(p.One, p.Other)).ToList();
        return [.. pairs, .. Pairs(RotationPart.Together, "always-together", pairs.Count).Select(p => new TogetherPair(p.One, p.Other, Must: true))];
    }

    IEnumerable<ContentMapReader> Items(RotationPart part, string key, ContentShape shape)
    {
        var items = _map.Maps(key, shape);
        for (var i = 0; i < items.Count; i++) _lines[(part, i)] = items[i].Line;
        return items;
    }

    List<(string One, string Other)> Pairs(RotationPart part, string key, int first)
    {
        var pairs = new List<(string, string)>();
        foreach (var (line, texts) in _map.TextLists(key))
        {
            _lines[(part, first + pairs.Count)] = line;
            if (texts.Count != 2) _map.ProblemAt(FileRules.Shape, line, $"An item of '{key}' has {texts.Count} names: expected two, such as [Exams, Timetable]");
            else pairs.Add((texts[0].Text, texts[1].Text));
        }

        return pairs;
    }

    static int? Year(ContentMapReader map, string key) => map.OptionalInteger(key, 2000, 2300);

    static int? Count(ContentMapReader map, string key) => map.OptionalInteger(key, 0, RotationValidation.MostDuties);
}
