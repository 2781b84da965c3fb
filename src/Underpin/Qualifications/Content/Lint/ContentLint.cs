using Underpin.Framework.Content.Lint;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>Holds everything written in a content directory to all the rules, once it can be read.</summary>
internal sealed class ContentLint
{
    private readonly ContentSet _content;
    private readonly ContentDrafts _drafts;
    private readonly DateOnly _today;
    private readonly List<ContentProblem> _found = [];

    private ContentLint(ContentSet content, ContentDrafts drafts, DateOnly today) => (_content, _drafts, _today) = (content, drafts, today);

    /// <summary>The findings, in order of file and line, less those that a file makes an allowance for. Content that cannot be read has only the problems
    /// of reading: what it says has to wait.</summary>
    public static IReadOnlyList<ContentProblem> Check(ContentReading reading, DateOnly today)
    {
        if (reading is not { Content: { } content, Drafts: { } drafts })
            return reading.Problems;
        var lint = new ContentLint(content, drafts, today);
        lint.CheckFramework();
        lint.CheckUnits();
        lint.CheckCriteria();
        lint.CheckQualifications();
        lint.CheckCrosswalks();
        lint.CheckCoverage();
        if (drafts.Newcomers is { } newcomers)
            lint._found.AddRange(NewcomersLint.Check(newcomers, today));
        return ContentProblems.InOrder(lint.WithoutAllowed());
    }

    private void CheckFramework()
    {
        var places = _drafts.Framework.Places;
        foreach (var finding in FrameworkLint.CheckLines(_content.Framework))
            _found.Add(new(places[finding.Path].File, places[finding.Path].Line, finding.Code, finding.Message));
        CheckSources(places[FrameworkLint.Sources].File, _content.Framework.Sources);
        foreach (var draft in _drafts.Framework.Roles)
        {
            CheckSources(draft.Map.File, draft.Role.Sources);
            CheckWay(draft);
        }
        var taught = _content.Units.SelectMany(unit => unit.Competences).Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var competence in _content.Competences.Where(competence => !taught.Contains(competence.Code)))
            _found.Add(new(places[$"{competence.Code}.title"], QualificationRules.UntaughtCompetence, $"No unit teaches {competence.Code}: expected it in the competences of one at least"));
    }

    private void CheckWay(Framework.Content.RoleDraft draft)
    {
        var units = draft.Role.Qualifications.Select(code => _content.Qualifications.First(one => one.Code == code))
            .SelectMany(one => one.Rule.Groups).SelectMany(group => group.Units).Distinct(StringComparer.Ordinal);
        var taught = units.SelectMany(code => _content.Unit(code).Competences).Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        var asked = draft.Role.Competences.Select(competence => competence.Code).ToList();
        var missing = asked.Where(code => !taught.Contains(code)).ToList();
        if (2 * missing.Count > asked.Count)
            Add(draft.Map, "qualifications", QualificationRules.RoleWithoutWay, $"These qualifications teach {asked.Count - missing.Count} of the {asked.Count} competences that the role asks for: expected half of them or more");
    }

    private void CheckUnits()
    {
        foreach (var (unit, map) in _drafts.Units.Select(draft => (draft.Unit, draft.Map)))
        {
            CheckText(map, "aim", TextKind.ForHeads, unit.Aim);
            CheckText(map, "for", TextKind.ForTrade, unit.For);
            CheckText(map, "assessment", TextKind.ForTrade, unit.Assessment);
            CheckSources(map.File, unit.Sources);
            if (unit.Sources.Count == 0)
            {
                CheckFact(map, "covers", unit.Covers);
                CheckFact(map, "evidence", unit.Evidence);
                CheckFact(map, "aim", [unit.Aim]);
                CheckFact(map, "assessment", [unit.Assessment]);
            }
            foreach (var message in QualificationRules.CheckProportion(unit))
                Add(map, "guided-hours", QualificationRules.Proportion, message);
        }
    }

    private void CheckCriteria()
    {
        var all = _drafts.Units.SelectMany(draft => draft.Unit.Outcomes.SelectMany(outcome => outcome.Criteria).Select(criterion => (draft, criterion))).ToList();
        foreach (var (draft, criterion) in all)
        {
            var place = new ContentPlace(draft.Map.File, criterion.Line);
            if (CriterionRules.CheckVerb(criterion.Text, draft.Unit.Level.Value) is { } wrong)
                _found.Add(new(place, wrong.Rule, wrong.Message));
            if (CriterionRules.SecondAct(criterion.Text) is { } second)
                _found.Add(new(place, CriterionRules.Compound, $"Criterion {criterion.Code} asks for a second act, '{second}': expected one act"));
            foreach (var (rule, message) in TextRules.Check(TextKind.Criterion, criterion.Text))
                _found.Add(new(place, rule, message));
            if (draft.Unit.Sources.Count == 0 && SourceRules.FactIn(criterion.Text) is { } fact)
                _found.Add(new(place, SourceRules.Missing, SourceRules.MissingMessage(fact)));
        }
        foreach (var (later, earlier) in AlikeCriteria.Find([.. all.Select(one => one.criterion.Text)]))
        {
            var (draft, criterion) = all[later];
            var (otherDraft, other) = all[earlier];
            _found.Add(new(new(draft.Map.File, criterion.Line), AlikeCriteria.Rule, $"Criterion {criterion.Code} asks for nearly the same as {otherDraft.Unit.Code} {other.Code}: '{other.Text}'"));
        }
    }

    private void CheckQualifications()
    {
        foreach (var (qualification, map) in _drafts.Qualifications.Select(draft => (draft.Qualification, draft.Map)))
        {
            CheckText(map, "aim", TextKind.ForHeads, qualification.Aim);
            CheckText(map, "for", TextKind.ForTrade, qualification.For);
            CheckSources(map.File, qualification.Sources);
            if (qualification.Sources.Count == 0)
                CheckFact(map, "aim", [qualification.Aim]);
            foreach (var message in QualificationRules.CheckTitle(qualification))
                Add(map, "title", QualificationRules.SizeAndTitle, message);
            if (Satisfiability.CountWays(_content.RuleOf(qualification), cap: 2) < 2)
                Add(map, "rule", QualificationRules.OneWayOnly, "Only one selection of units meets this rule: expected a choice");
        }
    }

    private void CheckCrosswalks()
    {
        foreach (var (crosswalk, map) in _drafts.Crosswalks.Select(draft => (draft.Crosswalk, draft.Map)))
        {
            CheckText(map, "about", TextKind.ForTrade, crosswalk.About);
            CheckSources(map.File, crosswalk.Sources);
            foreach (var item in crosswalk.Items)
            {
                var place = new ContentPlace(map.File, item.Line);
                if (SourceRules.IsStale(item.Checked, _today))
                    _found.Add(new(place, SourceRules.Stale, SourceRules.StaleMessage($"{item.Reference} {item.Title}", item.Checked)));
                var isOwnKnowledge = item.Confidence == Confidence.Recalled && item.Source.Contains(CrosswalkSources.OwnKnowledge, StringComparison.OrdinalIgnoreCase);
                if (!isOwnKnowledge && !crosswalk.Sources.Any(source => CrosswalkSources.Names(item.Source, source.Title)))
                    _found.Add(new(place, QualificationRules.UnknownSource, $"'{item.Source}' is none of the sources that the file lists: expected one of them"));
                foreach (var row in item.Maps)
                    foreach (var (rule, message) in TextRules.Check(TextKind.ForTrade, row.Reason))
                        _found.Add(new(new(map.File, row.Line), rule, message));
            }
            foreach (var source in crosswalk.Sources.Where(source =>
                !crosswalk.Items.Any(item => CrosswalkSources.Names(item.Source, source.Title)) && !CrosswalkSources.Names(crosswalk.About, source.Title)))
                _found.Add(new(new(map.File, source.Line), QualificationRules.UnusedSource, $"Neither a row nor 'about' rests on '{source.Title}': expected one that names it"));
        }
    }

    private void CheckCoverage()
    {
        var coverage = Coverage.Of(_content, _drafts.Holes);
        var places = _drafts.Framework.Places;
        foreach (var hole in coverage.Holes.Where(hole => hole.Reason is null))
            _found.Add(new(PlaceOf(hole), QualificationRules.Hole, $"{hole.What}: expected it to be covered, or a reason for the hole '{hole.Name}' in {CoverageReader.File}"));
        foreach (var reason in _drafts.Holes.Where(reason => coverage.Holes.All(hole => hole.Name != reason.Hole)))
            _found.Add(new(new(CoverageReader.File, reason.Line), QualificationRules.NoSuchHole, $"There is no hole '{reason.Hole}': expected the name of one in the coverage report"));

        ContentPlace PlaceOf(CoverageHole hole)
        {
            var parts = hole.Name.Split(' ', 2);
            if (parts is ["outside", var code])
                return _drafts.Units.FirstOrDefault(draft => draft.Unit.Code == code) is { } unit ? new(unit.Map.File, unit.Map.LineOf("code")) : places[$"{code}.title"];
            if (parts is [var name, var reference] && _drafts.Crosswalks.FirstOrDefault(draft => draft.Crosswalk.Code == name) is { } crosswalk)
                return new(crosswalk.Map.File, crosswalk.Crosswalk.Items.First(item => item.Reference == reference).Line);
            return places[$"{hole.Name.Split(':')[0]}.title"];
        }
    }

    private void CheckText(ContentMapReader map, string key, TextKind kind, string text)
    {
        foreach (var (rule, message) in TextRules.Check(kind, text))
            Add(map, key, rule, message);
    }

    private void CheckFact(ContentMapReader map, string key, IReadOnlyList<string> texts)
    {
        if (texts.Select(SourceRules.FactIn).FirstOrDefault(fact => fact is not null) is { } found)
            Add(map, key, SourceRules.Missing, SourceRules.MissingMessage(found));
    }

    private void CheckSources(string file, IReadOnlyList<SourceContent> sources)
    {
        foreach (var (source, rule, message) in SourceRules.Check(sources, _today))
            _found.Add(new(new(file, source.Line), rule, message));
    }

    private void Add(ContentMapReader map, string key, ContentRule rule, string message) => _found.Add(new(new(map.File, map.LineOf(key)), rule, message));

    private IEnumerable<ContentProblem> WithoutAllowed()
    {
        var needed = _found.Select(problem => (problem.File, problem.Code)).ToHashSet();
        var allowed = new HashSet<(string, string)>();
        foreach (var (file, allowance) in _drafts.Allowances.SelectMany(pair => pair.Value.Select(allowance => (pair.Key, allowance))))
        {
            if (!AllRules.CanBeAllowed(allowance.Rule))
                yield return new(new(file, allowance.Line), FileRules.UnknownAllowance, $"No allowance can be made for '{allowance.Rule}': expected the code of a rule of writing, size, source or coverage");
            else if (!needed.Contains((file, allowance.Rule)))
                yield return new(new(file, allowance.Line), FileRules.UnneededAllowance, $"{allowance.Rule} finds nothing in this file: expected no allowance for it");
            else
                allowed.Add((file, allowance.Rule));
        }
        foreach (var problem in _found.Where(problem => !allowed.Contains((problem.File, problem.Code))))
            yield return problem;
    }
}
