using System.Collections.Frozen;

namespace Underpin.Platform.Search;

/// <summary>
/// What forms of an English word have in common: "managed", "manages" and "managing" become "manag", and the American spelling becomes the
/// British one's. It is light on purpose: it joins endings and never guesses at relations ("manager" stays another word).
/// </summary>
internal static class Stem
{
    // Pairs that follow no rule below. Each side's plural and other forms are met by the rules.
    static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>
    {
        ["license"] = "licence", ["licensed"] = "licence", ["licensing"] = "licence", ["licenses"] = "licence",
        ["practise"] = "practice", ["practised"] = "practice", ["practising"] = "practice", ["practises"] = "practice",
        ["defense"] = "defence", ["offense"] = "offence", ["center"] = "centre", ["centers"] = "centre", ["theater"] = "theatre", ["meter"] = "metre",
        ["fiber"] = "fibre", ["program"] = "programme", ["programs"] = "programme", ["judgment"] = "judgement",
        ["judgments"] = "judgement", ["artifact"] = "artefact", ["artifacts"] = "artefact", ["disk"] = "disc", ["disks"] = "disc",
        ["gray"] = "grey", ["aging"] = "ageing", ["enroll"] = "enrol", ["enrollment"] = "enrolment", ["fulfill"] = "fulfil", ["skillful"] = "skilful",
        ["aluminum"] = "aluminium", ["acknowledgment"] = "acknowledgement", ["maths"] = "mathematics", ["math"] = "mathematics", ["tire"] = "tyre",
        ["children"] = "child", ["people"] = "person", ["women"] = "woman", ["men"] = "man", ["criteria"] = "criterion",
    }.ToFrozenDictionary();

    public static string Of(string word)
    {
        if (word.Length <= 2 || !word.All(char.IsAsciiLetterLower)) return word;
        var stem = Spellings.GetValueOrDefault(word, word);
        stem = WithoutPlural(stem);
        var full = stem;
        if (Ends("isation") || Ends("ization")) return stem[..^6] + "z";
        if (Ends("ied") && stem.Length > 4) stem = stem[..^3] + "y";
        else if (Ends("ing") && stem.Length > 5 && HasVowel(stem.AsSpan(0, stem.Length - 3))) stem = stem[..^3];
        else if (Ends("ed") && !Ends("eed") && stem.Length > 4 && HasVowel(stem.AsSpan(0, stem.Length - 2))) stem = stem[..^2];
        else if (Ends("e") && stem.Length > 3) stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1])) stem = stem[..^1];
        var cut = stem != full;
        if (stem.Length > 4 && Ends("our")) return stem[..^2] + "r";
        if (cut && stem.Length > 4 && Ends("is")) return stem[..^1] + "z";
        if (Ends("yz")) return stem[..^1] + "s";
        return cut && Ends("ogu") ? stem[..^1] : stem;

        bool Ends(string end) => stem.EndsWith(end, StringComparison.Ordinal);
    }

    static string WithoutPlural(string word)
    {
        if (word[^1] != 's' || word.Length <= 3) return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)) return word[..^2];
        return word[^2] is 's' or 'u' or 'i' ? word : word[..^1];
    }

    static bool HasVowel(ReadOnlySpan<char> word) => word.IndexOfAny("aeiouy") >= 0;
}
