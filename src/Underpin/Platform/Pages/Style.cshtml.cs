using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Underpin.Platform.Pages;

/// <summary>Every part that pages are made of, alive, for those who write pages. Not there in Production.</summary>
[AllowAnonymous]
internal sealed class StyleModel(IWebHostEnvironment environment) : PageModel
{
    [BindProperty]
    public Sample Input { get; set; } = new();

    public IEnumerable<SelectListItem> Centres { get; } =
        [new("Estuary Training Centre", "estuary"), new("Harbourside Learning Trust", "harbourside")];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment()) context.Result = NotFound();
    }

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid) return Page();
        this.Say("Your sample answers are complete.");
        return RedirectToPage();
    }

    internal sealed class Sample
    {
        [Required(ErrorMessage = "Enter your name"), MaxLength(100), Display(Name = "your full name", Description = "As it should stand on a certificate, for example Siân Ŵyn")]
        public string? Name { get; set; }

        [Required, EmailAddress, Display(Name = "your e-mail address")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter the date you began"), DateWithin("The date you began", NotInFuture = true), Display(Name = "when did you begin this work?", Description = "For example, 27 3 2026")]
        public DateInput? Began { get; set; }

        [Required(ErrorMessage = "Say what kind of evidence this is"), Display(Name = "what kind of evidence is it?")]
        public string? Kind { get; set; }

        public string? Address { get; set; }

        [MinLength(1, ErrorMessage = "Choose at least one criterion"), Display(Name = "which criteria does it show?")]
        public List<string> Criteria { get; set; } = [];

        [Required(ErrorMessage = "Choose a centre"), Display(Name = "which centre will assess you?")]
        public string? Centre { get; set; }

        [Required(ErrorMessage = "Write what you did"), MaxLength(400), Display(Name = "what did you do?")]
        public string? Account { get; set; }

        [Required(ErrorMessage = "Choose a file"), Display(Name = "the file")]
        public IFormFile? File { get; set; }
    }
}
