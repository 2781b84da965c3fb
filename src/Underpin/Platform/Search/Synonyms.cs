namespace Underpin.Platform.Search;

/// <summary>Different words of schools for one thing. A question with one of a line finds the others. Used when asking, never when indexing: a change takes effect at once.</summary>
internal static class Synonyms
{
    static readonly string[][] Lines =
    [
        ["wifi", "wi fi", "wireless", "wlan"],
        ["projector", "display", "interactive panel", "whiteboard", "smartboard", "smart board", "beamer"],
        ["mis", "management information system", "sims", "arbor", "bromcom"],
        ["gdpr", "data protection", "uk gdpr", "dpa"],
        ["2fa", "mfa", "two factor", "multi factor", "multifactor", "two step", "second factor"],
        ["email", "e mail", "mailbox"],
        ["backup", "back up", "backing up"],
        ["login", "log in", "sign in", "logon", "log on"],
        ["helpdesk", "help desk", "service desk", "ticket"],
        ["laptop", "notebook"],
        ["ai", "artificial intelligence"],
        ["ict", "information technology"],
        ["vle", "virtual learning environment", "learning platform"],
        ["send", "special educational needs", "assistive technology"],
        ["av", "audio visual", "audiovisual"],
        ["voip", "telephony", "telephone", "phone"],
        ["cctv", "surveillance", "security camera"],
        ["sso", "single sign on"],
        ["ad", "active directory", "entra"],
        ["firewall", "fire wall"],
        ["vm", "virtual machine", "virtualisation", "hypervisor"],
        ["dr", "disaster recovery", "business continuity", "continuity"],
        ["kcsie", "keeping children safe", "safeguarding", "child protection"],
        ["dbs", "disclosure"],
        ["mat", "multi academy trust", "trust"],
        ["byod", "bring your own device"],
        ["cpd", "professional development"],
        ["chromebook", "chrome os"],
        ["foi", "freedom of information"],
        ["dpia", "impact assessment"],
        ["sar", "subject access"],
        ["dfe", "department for education"],
        ["pc", "computer", "workstation"],
        ["malware", "virus", "ransomware"],
        ["web site", "website"],
        ["online", "on line"],
        ["setup", "set up"],
    ];

    static readonly IReadOnlyList<string[]>[] Groups =
        [.. Lines.Select(line => (IReadOnlyList<string[]>)[.. line.Select(PhraseOf).DistinctBy(p => string.Join(' ', p))])];

    // By first stem, longest phrase first.
    static readonly Dictionary<string, (string[] Phrase, IReadOnlyList<string[]> Group)[]> ByFirst = Groups
        .SelectMany(group => group.Select(phrase => (Phrase: phrase, Group: group)))
        .GroupBy(p => p.Phrase[0])
        .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Phrase.Length).ToArray());

    /// <summary>The phrases that mean what stands at the place, and how many words it takes there; null when nothing is known of it.</summary>
    public static (IReadOnlyList<string[]> Phrases, int Length)? At(IReadOnlyList<string> stems, int place)
    {
        if (!ByFirst.TryGetValue(stems[place], out var known)) return null;
        foreach (var (phrase, group) in known)
            if (place + phrase.Length <= stems.Count && phrase.SequenceEqual(stems.Skip(place).Take(phrase.Length)))
                return ([phrase, .. group.Where(p => p != phrase)], phrase.Length);
        return null;
    }

    static string[] PhraseOf(string words) => [.. Wording.Tokens(words).Select(t => Stem.Of(t.Word))];
}
