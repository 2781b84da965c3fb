using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Underpin.Platform;
using Underpin.Qualifications;
using Underpin.Qualifications.Content;

namespace Underpin.Bench;

/// <summary>The published Level 3 certificate's rule: the yes or no alone, the same with everything that is missing in words, and satisfiability.</summary>
public class RuleBenchmarks
{
    RuleOfCombination _rule = null!;
    string[] _some = [], _enough = [];
    ulong _enoughMask;

    [GlobalSetup]
    public void Prepare()
    {
        var content = ContentSet.Read(Home.Find(new ConfigurationBuilder().Build()).Content, TimeProvider.System.Today()).Content
            ?? throw new InvalidOperationException("The content does not pass its own check.");
        _rule = content.RuleOf(content.Qualifications.Single(q => q.Code == "EITQ-L3C"));
        _some = [.. _rule.Groups[0].Units.Select(u => u.Code)];
        _enough = [.. _rule.Units.Select(u => u.Code)];
        _enoughMask = _rule.MaskOf(_enough);
        if (!_rule.IsMet(_enoughMask) || _rule.Evaluate(_some).IsMet) throw new InvalidOperationException("The rule does not answer as this measurement expects.");
    }

    [Benchmark(Baseline = true, Description = "is it met (every unit chosen)")]
    public bool IsMet() => _rule.IsMet(_enoughMask);

    [Benchmark(Description = "evaluate: every unit chosen")]
    public object EvaluateAll() => _rule.Evaluate(_enough);

    [Benchmark(Description = "evaluate: only the core, with what is missing")]
    public object EvaluateCore() => _rule.Evaluate(_some);

    [Benchmark(Description = "can it be met at all")]
    public object CanBeMet() => Satisfiability.Of(_rule);
}
