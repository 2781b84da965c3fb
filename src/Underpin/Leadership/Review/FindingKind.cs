namespace Underpin.Leadership.Review;

/// <summary>What a part of the review is about.</summary>
internal enum FindingFamily
{
    /// <summary>Size and shape.</summary>
    Shape,

    /// <summary>Who works with whom.</summary>
    Overlap,

    /// <summary>Who answers for what.</summary>
    Duties,

    /// <summary>Who may decide.</summary>
    Authority,

    /// <summary>What one absence does.</summary>
    Resilience,
}

/// <summary>A kind of thing that the review finds.</summary>
/// <param name="Code">Permanent.</param>
/// <param name="Name">What is found.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="SchoolsDo">What schools do about it; a choice, not an order.</param>
internal sealed record FindingKind(string Code, FindingFamily Family, string Name, string Why, string SchoolsDo);

/// <summary>All kinds, in the order in which findings are told: the law first, then what is nobody's, then the rest.</summary>
internal static class FindingKinds
{
    public static FindingKind StatutoryGap { get; } = new("D1", FindingFamily.Duties, "A duty that the law asks for, with nobody accountable",
        "The duty does not go away: it falls on the head and the governors, who believe that somebody else has it.",
        "Name one person for each this week, even for a time, and tell everyone. Then settle who should have it.");

    public static FindingKind NotQualified { get; } = new("D5", FindingFamily.Duties, "A duty held without what it asks for",
        "Some duties ask for a qualification or training. Without it the school does not meet the duty, however able the person is.",
        "Book the training, give the duty to somebody who has it until then, or record that it is held if it is.");

    public static FindingKind Conflict { get; } = new("D6", FindingFamily.Duties, "One person on both sides of a check",
        "Whoever does a thing cannot also be the one who says that it is done rightly.",
        "Move one of the two duties. Smaller schools share a data protection officer, or buy one in.");

    public static FindingKind NotTheHead { get; } = new("D7", FindingFamily.Duties, "A decision that only the head may take, held by somebody else",
        "A decision taken by somebody who may not take it does not stand when it is challenged.",
        "Make the head accountable, and name whoever prepares the decision as responsible. Appoint an acting head when the head is away.");

    public static FindingKind Gap { get; } = new("D2", FindingFamily.Duties, "A duty with nobody accountable",
        "It is done by whoever notices, until nobody does.",
        "Go through the list in one meeting and write one name beside each. A duty that the school does not have is struck out, with the reason.");

    public static FindingKind Double { get; } = new("D3", FindingFamily.Duties, "A duty with more than one person accountable",
        "Two people who answer for one thing each wait for the other, or each decide differently.",
        "Keep one as accountable and name the other as responsible or consulted. In a trust, say what is central and what is local.");

    public static FindingKind GapAhead { get; } = new("D4", FindingFamily.Duties, "A gap or a double in the plan ahead",
        "A handover that leaves a week without anyone, or with two, is easily mended on paper and hard in September.",
        "Let one end on the day before the other begins.");

    public static FindingKind TooLargeToDecide { get; } = new("S1", FindingFamily.Shape, "The meeting that decides is too large to decide",
        "A large team informs itself and decides little. Decisions are then taken in the corridor by those who meet there.",
        "Let a core of four or five decide, with the wider team to advise, or give the wider team decisions of its own and a smaller remit.");

    public static FindingKind TopHeavy { get; } = new("S2", FindingFamily.Shape, "Top-heavy: little between the senior team and the staff",
        "Senior leaders do the work of middle leaders, and nobody grows into their place.",
        "Give middle leaders whole duties with a budget. When a senior post falls vacant, ask what it would cost as two middle posts.");

    public static FindingKind LeadershipShare { get; } = new("S3", FindingFamily.Shape, "The senior team takes a large share of the staff or of what they cost",
        "It is paid for in classrooms and in the services that keep them open.",
        "Compare with similar schools, and look at each post when it falls vacant.");

    public static FindingKind WideSpan { get; } = new("S4", FindingFamily.Shape, "More people to manage than one person can",
        "Meetings are put off, appraisals become forms, and trouble is seen late.",
        "Group some of the posts under one of them, or share the line management among the team.");

    public static FindingKind ManyLayers { get; } = new("S5", FindingFamily.Shape, "Many layers from the head to the furthest post",
        "What is decided arrives changed, and what is known below does not arrive at all.",
        "Take out a layer that only passes on.");

    public static FindingKind NobodyManages { get; } = new("S6", FindingFamily.Shape, "Posts that answer to nobody",
        "Nobody appraises them, notices that they struggle, or speaks for them.",
        "Name a manager for each on the chart.");

    public static FindingKind NoVoice { get; } = new("A3", FindingFamily.Authority, "IT's voice does not reach where it is decided",
        "Whoever knows the systems is not heard when they are chosen, paid for or put at risk, and the school learns of it when they fail.",
        "Let the IT lead sit where technology is decided, at least for those items, or let the person who manages them sit there with a briefing.");

    public static FindingKind NobodyLeadsIt { get; } = new("A4", FindingFamily.Authority, "Nobody leads IT",
        "Lessons, registers, doors and pay rest on systems for which nobody decides what comes back first.",
        "Name who runs the service, whoever employs them.");

    public static FindingKind NoAuthority { get; } = new("A1", FindingFamily.Authority, "Responsibility without authority",
        "Whoever answers for a result but may not spend, and does not sit where it is decided, can only ask and be blamed.",
        "Give a spending limit, a seat for the items in question, or move the accountability to whoever decides.");

    public static FindingKind NoResponsibility { get; } = new("A2", FindingFamily.Authority, "Authority without responsibility",
        "Whoever decides and answers for nothing does not meet the consequences.",
        "Give each member of a deciding meeting at least one whole duty, or let the meeting be smaller.");

    public static FindingKind OnlyOne { get; } = new("R1", FindingFamily.Resilience, "One person only holds or knows a duty",
        "An illness, a new job or a quarrel takes the duty with it.",
        "Name who covers, and let them do it for a week each term. A duty that is written down is half covered.");

    public static FindingKind NeverHandedOn { get; } = new("R4", FindingFamily.Resilience, "Held for years by one specialist, and known to nobody else",
        "Mastery grows, and the school loses sight of it: nobody else can judge whether it is done well or what it would take to replace.",
        "Keep the specialist and let a second person shadow for a term. Ask for an outside review every few years.");

    public static FindingKind NoSpecialist { get; } = new("R2", FindingFamily.Resilience, "Managing what one does not know, with no named specialist",
        "Whoever answers for a specialist field without knowing it needs somebody to ask. Otherwise the supplier decides.",
        "Name a specialist as responsible or consulted. It may be somebody of another school of the trust.");

    public static FindingKind VacantPost { get; } = new("R6", FindingFamily.Resilience, "A vacant post that carries duties",
        "Its duties are on paper. Somebody does some of them, and nobody knows which.",
        "Write down for each duty who has it until the post is filled.");

    public static FindingKind Overload { get; } = new("R3", FindingFamily.Resilience, "More than one person can carry",
        "What is held in name only looks answered for and is not.",
        "Pass on the lightest duties first: they are the best ones for somebody to grow with.");

    public static FindingKind MeetingHours { get; } = new("R5", FindingFamily.Resilience, "Weeks of the year in meetings",
        "The time comes from the duties that the meetings are about.",
        "Ask of each meeting what it decides. Let people come for their items.");

    public static FindingKind Parts { get; } = new("O1", FindingFamily.Overlap, "Groups of leaders who share nothing",
        "Each group knows its half of a child, a building or a budget, and neither knows the whole.",
        "Give one duty to be shared across the gap, or a meeting with one remit that both need.");

    public static FindingKind OneJoins { get; } = new("O2", FindingFamily.Overlap, "One person joins what would otherwise fall apart",
        "Everything between the groups goes through that person, who becomes the bottleneck and the gap on leaving.",
        "Add a second thread: a shared duty, cover for each other, or a seat in the other group's meeting.");

    public static FindingKind Alone { get; } = new("O3", FindingFamily.Overlap, "A leader with whom nobody overlaps",
        "Nobody can stand in, learn from it, or notice in time that something is wrong.",
        "Name somebody who covers, and somebody to be consulted.");

    public static FindingKind DoneByMany { get; } = new("O4", FindingFamily.Overlap, "One duty done by many",
        "Work is done twice or waits for somebody else.",
        "Say who does which part, or let fewer do it.");

    public static IReadOnlyList<FindingKind> All { get; } =
    [
        StatutoryGap, NotQualified, Conflict, NotTheHead, Gap, Double, GapAhead, NoVoice, NobodyLeadsIt, NoAuthority, NoResponsibility,
        TooLargeToDecide, TopHeavy, LeadershipShare, WideSpan, ManyLayers, NobodyManages,
        OnlyOne, NeverHandedOn, NoSpecialist, VacantPost, Overload, MeetingHours, Parts, OneJoins, Alone, DoneByMany,
    ];
}
