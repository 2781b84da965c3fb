namespace Underpin.Framework.Content;

/// <summary>One text of an edition that can be pointed at: edited in a draft, commented on, compared with another edition.</summary>
/// <param name="Path">
/// Where it stands, the same in every edition: "title", "level.2.meaning", "SUP.summary", "SUP-1.why", "SUP-1.level.3", "role.it-technician.duty.4",
/// "role.it-technician.competence.SUP-1".
/// </param>
/// <param name="Kind">What is expected of it.</param>
/// <param name="Text">What it says; of a competence that a role asks for, the level's number.</param>
internal sealed record FrameworkLine(string Path, LineKind Kind, string Text)
{
    /// <summary>Every text of an edition, in the order in which it is read.</summary>
    public static IEnumerable<FrameworkLine> Of(FrameworkContent framework)
    {
        yield return new("title", LineKind.Title, framework.Title);
        yield return new("summary", LineKind.ForHeads, framework.Summary);
        foreach (var level in framework.Levels)
        {
            yield return new($"level.{level.Level}.title", LineKind.Title, level.Title);
            yield return new($"level.{level.Level}.meaning", LineKind.ForHeads, level.Meaning);
        }
        foreach (var line in framework.Areas.SelectMany(Of))
            yield return line;
        foreach (var line in framework.Roles.SelectMany(Of))
            yield return line;
    }

    private static IEnumerable<FrameworkLine> Of(AreaContent area)
    {
        yield return new($"{area.Code}.title", LineKind.Title, area.Title);
        yield return new($"{area.Code}.summary", LineKind.ForHeads, area.Summary);
        foreach (var competence in area.Competences)
        {
            yield return new($"{competence.Code}.title", LineKind.Title, competence.Title);
            yield return new($"{competence.Code}.why", LineKind.ForHeads, competence.Why);
            yield return new($"{competence.Code}.without", LineKind.ForHeads, competence.Without);
            foreach (var level in competence.Levels)
                yield return new($"{competence.Code}.level.{level.Level}", LineKind.Does, level.Does);
            if (competence.Replaces.Count > 0)
                yield return new($"{competence.Code}.replaces", LineKind.Codes, string.Join(", ", competence.Replaces));
        }
    }

    private static IEnumerable<FrameworkLine> Of(RoleContent role)
    {
        var path = $"role.{role.Code}";
        yield return new($"{path}.title", LineKind.Title, role.Title);
        yield return new($"{path}.purpose", LineKind.ForHeads, role.Purpose);
        for (var i = 0; i < role.Duties.Count; i++)
            yield return new($"{path}.duty.{i + 1}", LineKind.Does, role.Duties[i]);
        yield return new($"{path}.decides", LineKind.ForHeads, role.Decides);
        yield return new($"{path}.works-with", LineKind.ForHeads, role.WorksWith);
        foreach (var asked in role.Competences)
            yield return new($"{path}.competence.{asked.Code}", LineKind.Level, $"{asked.Level}");
    }
}

internal enum LineKind
{
    /// <summary>A few words.</summary>
    Title,

    /// <summary>Sentences that a head reads.</summary>
    ForHeads,

    /// <summary>What somebody does, beginning with a verb.</summary>
    Does,

    /// <summary>The number of a proficiency level.</summary>
    Level,

    /// <summary>Codes, with commas between them.</summary>
    Codes,
}
