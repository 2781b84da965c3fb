using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Platform;

namespace Underpin.Portfolios.Statements;

internal sealed class StatementModel(StatementService statements) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Relationship { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    [BindProperty]
    public bool Declared { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public StatementToConfirm? Asked { get; private set; }
    /// <summary>Why there is nothing to answer.</summary>
    public Refusal? Closed { get; private set; }
    /// <summary>What the person has just done.</summary>
    public string? Thanks { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel)) return;
        Name = Asked!.Evidence.Statement!.Name;
        Relationship = Asked.Evidence.Statement.Relationship;
        Seen = Asked.Evidence.RowVersion;
    }

    public async Task OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel)) return;
        var done = await statements.ConfirmAsync(new() { Token = token, Seen = Seen, Name = Name, Relationship = Relationship, Comment = Comment, Declared = Declared, AccountId = HttpContext.CurrentUser().Id }, cancel);
        if (done.Refusal is null) Thanks = "Thank you. Your word is on record";
        else ComeBack(done.Refusal);
    }

    public async Task OnPostDeclineAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel)) return;
        var done = await statements.DeclineAsync(new() { Token = token, Comment = Comment, AccountId = HttpContext.CurrentUser().Id }, cancel);
        if (done.Refusal is null) Thanks = "You have not confirmed it";
        else ComeBack(done.Refusal);
    }

    async Task<bool> FindAsync(string token, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        var read = await statements.ReadAsync(token, cancel);
        Closed = read.Refusal ?? (HttpContext.CurrentUser().Id is { } id && id == read.Value.LearnerId ? new OwnStatement() : null);
        if (Closed is not null) return false;
        Asked = read.Value;
        return true;
    }

    void ComeBack(Refusal refusal)
    {
        if (refusal is LinkUsed or LinkExpired or LinkUnknown or StatementTakenBack or OwnStatement)
        {
            Closed = refusal;
            return;
        }

        ModelState.Remove(nameof(Seen));
        Seen = Asked!.Evidence.RowVersion;
        ModelState.AddModelError(refusal switch
        {
            PersonNeeded => nameof(Name),
            RelationshipNeeded => nameof(Relationship),
            NotDeclared => nameof(Declared),
            _ => "",
        }, refusal.Message);
    }
}
