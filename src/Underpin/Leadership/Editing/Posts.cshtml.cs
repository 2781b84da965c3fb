using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Editing;

/// <summary>The posts of a scenario in a table, and one of them as a form.</summary>
internal sealed class PostsModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : EditPage
{
    internal sealed class HolderInput
    {
        public string? Who { get; set; }
        public string? From { get; set; }
        public string? Until { get; set; }
    }

    internal sealed class PostInput
    {
        [Display(Name = "Title", Description = "For example, Head of mathematics")]
        public string? Title { get; set; }

        [Display(Name = "Where does it stand?")]
        public Tier Tier { get; set; } = Tier.Middle;

        [Display(Name = "Schools", Description = "None for the trust’s centre; several where schools share the post")]
        public List<string> Schools { get; set; } = [];

        [Display(Name = "Is it the head?")]
        public bool IsHead { get; set; }

        [Display(Name = "Answers to")]
        public string? Manager { get; set; }

        [Display(Name = "On which side?")]
        public Side Side { get; set; } = Side.Both;

        [Display(Name = "Also answers to", Description = "Where each side of the school manages it")]
        public string? OtherManager { get; set; }

        [Display(Name = "On which side?")]
        public Side OtherSide { get; set; } = Side.Business;

        [Display(Name = "Salary", Description = "A year, for full time")]
        public string? Salary { get; set; }

        [Display(Name = "Or a pay point")]
        public string? PayPoint { get; set; }

        [Display(Name = "On-costs", Description = "Only where this post differs from the rest")]
        public string? OnCosts { get; set; }

        [Display(Name = "Share of full time", Description = "1 for full time, 0.6 for three days")]
        public string? Fte { get; set; } = "1";

        [Display(Name = "May spend without asking", Description = "At a time. Leave it empty for nothing")]
        public string? Spends { get; set; }

        public List<HolderInput> Holders { get; set; } = [];
    }

    const int SpareLines = 2;

    [BindProperty]
    public PostInput Input { get; set; } = new();

    /// <summary>The code of the post in the form, or <see cref="EditPage.New"/>; null for the table.</summary>
    public string? Shown { get; private set; }

    public Post? Post => Structure.Posts.FirstOrDefault(p => p.Code == Shown);
    public IEnumerable<SelectListItem> ManagerChoices => PostChoices.Where(choice => choice.Value != Shown);
    public IEnumerable<SelectListItem> PointChoices => Structure.PayPoints.OrderBy(p => p.Value).Select(p => new SelectListItem($"{p.Key}, {LeadershipWords.Pounds(p.Value)}", p.Key));

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? post, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, post, cancel)) return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, string? post, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, post ?? New, cancel)) return NotFound();
        var edit = Read();
        if (ModelState.IsValid && await SaveAsync(service, edit!, clock, cancel)) return Done($"{Input.Title} is saved.", "");
        return await AgainAsync(scenario, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid scenario, string? post, CancellationToken cancel)
    {
        if (post is null || !await ShowAsync(scenario, post, cancel)) return NotFound();
        var title = Post!.Title;
        if (await SaveAsync(service, new RemovePost(post), clock, cancel)) return Done($"{title} is taken out. Undo brings it back.", "/posts");
        return await AgainAsync(scenario, cancel);
    }

    async Task<bool> ShowAsync(Guid scenario, string? post, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return false;
        Shown = post;
        if (post is not null && post != New && Post is null) return false;
        return true;
    }

    async Task<IActionResult> AgainAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return NotFound();
        Input.Holders.AddRange(Enumerable.Range(0, SpareLines).Select(_ => new HolderInput()));
        return Page();
    }

    protected override string FieldOf(string field) => field switch
    {
        nameof(Post.OnCostsPercent) => "Input.OnCosts",
        nameof(Post.SpendLimit) => "Input.Spends",
        "Holders" => "Input.Holders[0].Who",
        _ => $"Input.{field}",
    };

    PostInput Filled()
    {
        var spare = Enumerable.Range(0, SpareLines).Select(_ => new HolderInput());
        if (Post is not { } post)
            return new() { Schools = Structure.IsTrust ? [] : [.. Structure.Schools.Select(s => s.Code)], Manager = Structure.Posts.FirstOrDefault(p => p.IsHead)?.Code, Holders = [.. spare] };
        return new()
        {
            Title = post.Title,
            Tier = post.Tier,
            Schools = [.. post.Schools],
            IsHead = post.IsHead,
            Manager = post.ReportsTo.Count > 0 ? post.ReportsTo[0].Manager : null,
            Side = post.ReportsTo.Count > 0 ? post.ReportsTo[0].Side : Side.Both,
            OtherManager = post.ReportsTo.Count > 1 ? post.ReportsTo[1].Manager : null,
            OtherSide = post.ReportsTo.Count > 1 ? post.ReportsTo[1].Side : Side.Business,
            Salary = Text(post.Salary),
            PayPoint = post.PayPoint,
            OnCosts = Text(post.OnCostsPercent),
            Fte = Text(post.Fte),
            Spends = Text(post.SpendLimit),
            Holders = [.. Structure.Holdings.Where(h => h.Post == post.Code).Select(h => new HolderInput { Who = Names.Of(h.Person), From = DayText(h.Period.From), Until = DayText(h.Period.Until) }), .. spare],
        };
    }

    /// <summary>The edit that was typed; null where the model state says what is wrong.</summary>
    SavePost? Read()
    {
        var holders = new List<TypedHolder>();
        for (var i = 0; i < Input.Holders.Count; i++)
        {
            var typed = Input.Holders[i];
            if (string.IsNullOrWhiteSpace(typed.Who)) continue;
            var period = EditTexts.Days(typed.From, typed.Until, "");
            if (period.Refusal is { } refusal) ModelState.AddModelError($"Input.Holders[{i}].From", refusal.Message);
            else holders.Add(new(LeadershipRules.Tidy(typed.Who), period.Value));
        }

        var lines = new List<ReportingLine>();
        if (!string.IsNullOrEmpty(Input.Manager)) lines.Add(new(Input.Manager, Input.Side));
        if (!string.IsNullOrEmpty(Input.OtherManager)) lines.Add(new(Input.OtherManager, Input.OtherSide));
        var post = new Post(Shown == New ? "" : Shown!, LeadershipRules.Tidy(Input.Title), Input.Tier)
        {
            Schools = Structure.IsTrust ? Input.Schools : [.. Structure.Schools.Select(s => s.Code)],
            IsHead = Input.IsHead,
            ReportsTo = lines,
            Salary = Number(Input.Salary, 1_000_000, "Input.Salary"),
            PayPoint = string.IsNullOrEmpty(Input.PayPoint) ? null : Input.PayPoint,
            OnCostsPercent = Number(Input.OnCosts, 200, "Input.OnCosts"),
            Fte = Number(Input.Fte, 1, "Input.Fte") ?? 1,
            SpendLimit = Number(Input.Spends, 100_000_000, "Input.Spends"),
        };
        return ModelState.IsValid ? new(Shown == New ? null : Shown, post, holders) : null;
    }

    static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
