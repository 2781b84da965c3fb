using Underpin.Platform.History;
using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

internal static class UnitData
{
    /// <summary>A unit in an earlier and a current version, whose first criterion differs.</summary>
    public static async Task<string> UnitInTwoVersionsAsync(this TestData data)
    {
        var code = $"EIT9{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        await data.SaveAsync(HistoryChain.House, db => db.Units.AddRange(Unit(code, 1, "Replace the lamp of a projector.", isCurrent: false), Unit(code, 2, "Replace the light source of a projector.", isCurrent: true)));
        return code;
    }

    static Unit Unit(string code, int version, string firstCriterion, bool isCurrent)
    {
        var unit = new Unit
        {
            Code = code, Version = version, Title = "Keep <displays> & screens working", Level = new(2), Credit = new(3), GuidedHours = new(18), Aim = "Lessons need screens.", For = "Technicians.",
            Competences = [], Covers = ["lamps"], Evidence = ["job tickets"], Assessment = "One observation.", LeadsTo = [], Sources = [], ContentHash = $"{code} {version}", IsCurrent = isCurrent,
        };
        unit.Outcomes.Add(new()
        {
            Code = "1", Title = "Find a fault", Order = 0,
            Criteria = [new() { UnitId = unit.Id, Code = "1.1", Text = firstCriterion, IsSchool = true, Order = 0 }, new() { UnitId = unit.Id, Code = "1.2", Text = "Isolate the fault.", IsSchool = false, Order = 1 }],
        });
        return unit;
    }
}
