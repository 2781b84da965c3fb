using Underpin.Framework.Content;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary>Checks what files say about one another.</summary>
internal static class ContentReferences
{
    public static void Check(
        FrameworkDraft framework,
        IReadOnlyList<UnitDraft> units,
        IReadOnlyList<QualificationDraft> qualifications,
        IReadOnlyList<CrosswalkDraft> crosswalks,
        NewcomersDraft? newcomers,
        ContentFolder folder,
        ContentProblems problems)
    {
        // Competences whose file has problems may be missing or incomplete here: what units say of them has to wait.
        var frameworkIsSound = !problems.AnyUnder("framework/");
        var competences = framework.Framework.Areas.SelectMany(area => area.Competences)
            .Where(competence => competence.Code != "")
            .DistinctBy(competence => competence.Code).ToDictionary(competence => competence.Code, StringComparer.Ordinal);
        CheckDuplicates(units.Select(draft => (draft.Unit.Code, draft.Map)));
        CheckDuplicates(qualifications.Select(draft => (draft.Qualification.Code, draft.Map)));
        CheckDuplicates(crosswalks.Select(draft => (draft.Crosswalk.Code, draft.Map)));
        foreach (var draft in units.Where(_ => frameworkIsSound))
            CheckCompetences(draft.Map, draft.Competences, [.. draft.Unit.Competences.Select(taught => taught.Level)], competences);
        CheckRoles(framework.Roles, frameworkIsSound ? competences : null, folder);
        foreach (var draft in units)
            CheckNames(draft.LeadsTo, draft.Map, "units", folder);
        CheckCircles(units.Select(draft => new Step(draft.Unit.Code, draft.LeadsTo, draft.Map)));
        foreach (var draft in qualifications)
        {
            CheckNames(draft.Units, draft.Map, "units", folder);
            CheckNames(draft.LeadsTo, draft.Map, "qualifications", folder);
            CheckRule(draft, units, problems);
        }
        CheckCircles(qualifications.Select(draft => new Step(draft.Qualification.Code, draft.LeadsTo, draft.Map)));
        foreach (var draft in crosswalks)
            CheckMaps(draft, frameworkIsSound ? competences : null, folder);
        if (newcomers is not null)
        {
            CheckNames(newcomers.Roles, newcomers.Map, RoleReader.Folder, folder);
            CheckNames(newcomers.Qualifications, newcomers.Map, "qualifications", folder);
        }
    }

    private static void CheckRoles(IReadOnlyList<RoleDraft> roles, Dictionary<string, CompetenceContent>? competences, ContentFolder folder)
    {
        foreach (var draft in roles)
        {
            if (competences is not null)
                CheckCompetences(draft.Map, draft.Competences, [.. draft.Role.Competences.Select(asked => asked.Level)], competences);
            CheckNames(draft.Qualifications, draft.Map, "qualifications", folder);
            CheckNames(draft.LeadsTo, draft.Map, RoleReader.Folder, folder);
        }
        CheckCircles(roles.Select(draft => new Step(draft.Role.Code, draft.LeadsTo, draft.Map)));
    }

    private static void CheckMaps(CrosswalkDraft draft, Dictionary<string, CompetenceContent>? competences, ContentFolder folder)
    {
        foreach (var to in draft.To.Where(to => to.Text != ""))
        {
            var isOurs = IsFile(folder, "units", to.Text) || IsFile(folder, "qualifications", to.Text) || competences?.ContainsKey(to.Text) != false;
            if (!isOurs)
                draft.Map.ProblemAt(FileRules.UnknownReference, to.Line, $"There is no unit, qualification or competence {to.Text}: expected the code of one of ours");
        }
    }

    private static void CheckDuplicates(IEnumerable<(string Code, ContentMapReader Map)> all)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, map) in all.Where(one => one.Code != ""))
            if (!files.TryAdd(code, map.File))
                map.Problem(FileRules.GivenTwice, "code", $"{code} is already the code of {files[code]}: expected a code of its own");
    }

    private static void CheckCompetences(ContentMapReader map, IReadOnlyList<LocatedText> codes, IReadOnlyList<int> levels, Dictionary<string, CompetenceContent> competences)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            var (code, line) = (codes[i].Text, codes[i].Line);
            var level = levels[i];
            if (code == "")
                continue;
            if (!competences.TryGetValue(code, out var competence))
                map.ProblemAt(FileRules.UnknownReference, line, $"There is no competence {code}: expected the code of one in framework/areas");
            else if (competence.Levels.All(described => described.Level != level))
                map.ProblemAt(FileRules.UnknownReference, line, $"{code} does not describe level {level}: expected one of {string.Join(", ", competence.Levels.Select(described => described.Level))}");
        }
    }

    // A file that is there but has problems of its own is not also told to be missing.
    private static void CheckNames(IReadOnlyList<LocatedText> names, ContentMapReader map, string folderName, ContentFolder folder)
    {
        foreach (var name in names)
            if (!IsFile(folder, folderName, name.Text))
                map.ProblemAt(FileRules.UnknownReference, name.Line, $"There is no {folderName[(folderName.LastIndexOf('/') + 1)..^1]} {name.Text}: expected the code of one in {folderName}");
    }

    private static bool IsFile(ContentFolder folder, string folderName, string name) =>
        !name.AsSpan().ContainsAny('/', '\\') && folder.Has($"{folderName}/{name}.yaml");

    private sealed record Step(string Code, IReadOnlyList<LocatedText> LeadsTo, ContentMapReader Map);

    private static void CheckCircles(IEnumerable<Step> all)
    {
        var steps = all.Where(step => step.Code != "").DistinctBy(step => step.Code)
            .ToDictionary(step => step.Code, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in steps.Keys.Order(StringComparer.Ordinal))
        {
            // Depth first, with the path kept: a step back onto the path closes a circle.
            var path = new List<(Step Step, int Next)>();
            if (done.Add(start))
                path.Add((steps[start], 0));
            while (path.Count > 0)
            {
                var (step, next) = path[^1];
                if (next == step.LeadsTo.Count)
                {
                    path.RemoveAt(path.Count - 1);
                    continue;
                }
                path[^1] = (step, next + 1);
                var (to, line) = (step.LeadsTo[next].Text, step.LeadsTo[next].Line);
                var back = path.FindIndex(earlier => earlier.Step.Code == to);
                if (back >= 0)
                    step.Map.ProblemAt(FileRules.Circle, line, $"'leads-to' goes round in a circle, {string.Join(" to ", path.Skip(back).Select(one => one.Step.Code).Append(to))}: expected a way that ends");
                else if (steps.TryGetValue(to, out var further) && done.Add(to))
                    path.Add((further, 0));
            }
        }
    }

    private static void CheckRule(QualificationDraft draft, IReadOnlyList<UnitDraft> drafts, ContentProblems problems)
    {
        var units = drafts.Where(unit => unit.Unit.Code != "" && !problems.AnyIn(unit.Map.File))
            .Select(unit => unit.Unit).DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        if (problems.AnyIn(draft.Map.File) || !draft.Units.All(unit => units.ContainsKey(unit.Text)))
            return; // What is already told has to be mended before the rule says anything.
        var credit = draft.Units.Sum(unit => units[unit.Text].Credit.Value);
        if (credit > Credit.Maximum)
            draft.Map.Problem("rule", $"The units of the rule come to {credit} credits: expected at most {Credit.Maximum}");
        else if (Satisfiability.Of(draft.Qualification.Rule.ToRule(units)).Reason is { } reason)
            draft.Map.Problem(QualificationRules.CannotBeMet, "rule", $"Nobody could meet this rule: {reason}. Expected a rule that some selection of its units meets");
    }
}
