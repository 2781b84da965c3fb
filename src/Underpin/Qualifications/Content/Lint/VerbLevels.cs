namespace Underpin.Qualifications.Content.Lint;

/// <summary>The verbs with which criteria open, and the highest level at which each still counts.</summary>
/// <remarks>After Bloom and others, "Taxonomy of educational objectives" (1956): remembering and doing as shown come before applying, judging and creating.
/// The levels are Underpin's: Levels 2 and 3 carry out and choose, Level 4 plans for the school, Levels 5 and 6 decide with its leaders.</remarks>
internal static class VerbLevels
{
    private const int Highest = 6;

    // To remember, or to do once as shown.
    private const string UpToLevel3 =
        "book calm clean connect copy count disconnect enter equip follow hand join label list log mark match name operate order pass plug print recite refer reinstall repeat sort speak switch tell tick";

    // To do well by a known method, and to say what is so.
    private const string UpToLevel4 =
        "add ask assist attempt check clear collect correct demonstrate describe deal document erase export file find fix gather give handle help hide identify inspect install keep leave locate lock make mend move "
        + "notify obtain outline place produce provide record recover rearrange remove renew repair replace rescue return save send service show start store supply support take transfer try update use warn watch withdraw write";

    // To choose, judge, plan, create and lead.
    private const string AnyLevel =
        "account adapt address adjust advise agree align allocate analyse answer apply appraise approve arbitrate archive arrange articulate assess audit author balance brief bring budget build calculate carry challenge "
        + "chair change chart choose clarify close coach commission compare conduct configure confirm consolidate construct consult contain convert convene coordinate create critique debate decide declare decline defend "
        + "define delegate derive design determine develop devise diagnose differentiate direct disclose discuss distinguish divide draft draw embed engage enforce enlist escalate establish estimate evaluate examine "
        + "explain explore facilitate forecast formulate govern harden hold implement improve influence integrate interpret interview introduce investigate isolate issue judge justify lead limit maintain manage map mask "
        + "measure mediate mentor model monitor narrow negotiate orchestrate oversee package persuade pilot plan predict prepare present preserve prevent prioritise process procure project propose protect prove publish put "
        + "question raise rank realign rebuild recalibrate reclaim recommend reconcile redesign reduce refine rehearse release report represent reproduce resolve respond restore restrict restructure reverse review revise "
        + "route run scale schedule scope score scrutinise search secure select separate set shape share simplify specify sponsor standardise state steer structure supervise survey suspend sustain synthesise teach test "
        + "time trace train transform translate troubleshoot tune validate verify weigh";

    private static readonly Dictionary<string, int> HighestLevels = new(StringComparer.OrdinalIgnoreCase);

    static VerbLevels()
    {
        foreach (var (verbs, level) in new[] { (UpToLevel3, 3), (UpToLevel4, 4), (AnyLevel, Highest) })
            foreach (var verb in verbs.Split(' '))
                HighestLevels.Add(verb, level);
    }

    public static IReadOnlyDictionary<string, int> All => HighestLevels;

    public static bool IsVerb(string word) => HighestLevels.ContainsKey(word);

    /// <summary>The highest level at which a criterion may open with the verb; null for a word that is not in the list.</summary>
    public static int? HighestLevel(string verb) => HighestLevels.TryGetValue(verb, out var level) ? level : null;
}
