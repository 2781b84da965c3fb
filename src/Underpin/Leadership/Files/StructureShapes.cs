using Underpin.Platform.Content;

namespace Underpin.Leadership.Files;

/// <summary>The keys of a structure file. docs/guide/leadership.md describes them to whoever writes one.</summary>
internal static class StructureShapes
{
    public static ContentShape File { get; } = new(
        "a leadership structure",
        new("title", "what the structure is, such as a school's name and the scenario"),
        new("date", "the day to look at; today where it is left out", Required: false),
        new("on-costs", "what employment costs on top of salary, in per cent", Required: false),
        new("pay-points", "the pay points that posts name", Required: false),
        new("schools", "the schools"),
        new("about", "whom it suits, in a few sentences", Required: false),
        new("people", "the people", Required: false),
        new("posts", "the posts"),
        new("meetings", "the meetings", Required: false),
        new("responsibilities", "who has which part in which duty", Required: false),
        new("own-duties", "duties that the school adds to the catalogue", Required: false),
        new("not-ours", "duties of the catalogue that the school does not have", Required: false),
        new("thresholds", "the school's own thresholds", Required: false));

    public static ContentShape PayPoint { get; } = new(
        "a pay point",
        new("point", "its name, such as L18"),
        new("annual", "annual pounds for full time"));

    public static ContentShape School { get; } = new(
        "a school",
        new("code", "a short name of letters, digits and hyphens"),
        new("name", "its name"),
        new("kind", "primary, secondary, sixth-form, trust: those that fit"),
        new("staff", "how many people work there", Required: false),
        new("staff-cost", "annual pounds for all of them, on-costs included", Required: false));

    public static ContentShape Person { get; } = new(
        "a person",
        new("code", "a short name of letters, digits and hyphens"),
        new("name", "the name"),
        new("knows", "codes of duties, or of groups of duties, that the person could take over", Required: false),
        new("holds", "codes of qualifications", Required: false));

    public static ContentShape Post { get; } = new(
        "a post",
        new("code", "a short name of letters, digits and hyphens"),
        new("title", "the title"),
        new("school", "the code of a school; left out for the trust's centre", Required: false),
        new("schools", "codes of the schools that share the post", Required: false),
        new("tier", "core, wider, middle or other"),
        new("head", "true for the head of the school or of the centre", Required: false),
        new("held-by", "codes of people who hold it all the time", Required: false),
        new("holders", "people who hold it for a time", Required: false),
        new("reports-to", "the code of the managing post", Required: false),
        new("side", "curriculum, business or both", Required: false),
        new("also-reports-to", "the code of a second managing post", Required: false),
        new("also-side", "curriculum or business", Required: false),
        new("salary", "annual pounds for full time", Required: false),
        new("point", "the name of a pay point", Required: false),
        new("on-costs", "per cent on top of salary, where this post differs", Required: false),
        new("fte", "share of full time, such as 0.6; 1 where it is left out", Required: false),
        new("spends", "pounds that the holder may spend at a time without asking", Required: false));

    public static ContentShape Holder { get; } = new(
        "a holder of a post",
        new("person", "the code of a person"),
        new("from", "the first day, such as 2026-09-01", Required: false),
        new("until", "the last day, such as 2027-08-31", Required: false));

    public static ContentShape Meeting { get; } = new(
        "a meeting",
        new("code", "a short name of letters, digits and hyphens"),
        new("name", "its name"),
        new("school", "the code of a school; left out for the trust's centre", Required: false),
        new("members", "codes of posts or people"),
        new("remit", "codes of the groups of duties that it deals with; all where it is left out", Required: false),
        new("budget", "pounds that it may commit at a time", Required: false),
        new("policy", "true where it decides policy", Required: false),
        new("staffing", "true where it decides on staff", Required: false),
        new("hours-a-year", "hours of one member in a year", Required: false));

    public static ContentShape Responsibility { get; } = new(
        "who has which part in a duty",
        new("duty", "the code of a duty, such as ITS-01"),
        new("school", "the code of a school; left out where it is held for every school", Required: false),
        new("accountable", "the code of the one post or person who answers for it", Required: false),
        new("responsible", "codes of posts or people who do it", Required: false),
        new("consulted", "codes of posts or people who are asked before", Required: false),
        new("informed", "codes of posts or people who are told after", Required: false),
        new("cover", "codes of posts or people who take over in absence", Required: false),
        new("from", "the first day, such as 2026-09-01", Required: false),
        new("until", "the last day, such as 2027-08-31", Required: false));

    public static ContentShape OwnDuty { get; } = new(
        "a duty of the school's own",
        new("code", "the group's code, a hyphen and a number from 90, such as ITS-90"),
        new("title", "its name"),
        new("about", "what whoever holds it does"),
        new("weight", "a whole number from 1 to 5"),
        new("specialist", "true where it takes knowledge that a general leader does not have", Required: false));

    public static ContentShape NotOurs { get; } = new(
        "a duty that the school does not have",
        new("duty", "the code of a duty"),
        new("reason", "why the school does not have it"));

    public static ContentShape Threshold { get; } = new(
        "a threshold of the school's own",
        new("code", "the code of a threshold, such as senior-team-most"),
        new("value", "a number"));
}
