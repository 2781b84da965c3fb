using System.ComponentModel;
using Underpin.Credentials;

namespace Underpin.Certificates.Checking;

/// <summary>The answer for programs.</summary>
/// <param name="Answer">Valid, Revoked, Expired, NotYetValid, Changed, UnknownIssuer, NotInRegister, NotAcceptable, NotFound, Mistyped, Unreadable or TooLarge.</param>
internal sealed record VerifyResponse(bool Valid, string Answer, string Summary, CertificateFacts? Certificate, IReadOnlyList<VerifyCheck> Checks)
{
    public static VerifyResponse Of(VerificationAnswer answer) => new(answer.IsYes, answer.Kind.ToString(), $"{answer.Headline}. {answer.Why}", answer.Certificate,
        [.. answer.Checks.Select(c => new VerifyCheck(c.Name, c.Outcome.ToString(), c.Sentence))]);
}

internal sealed record VerifyCheck(string Name, string Outcome, string Sentence);

internal static class VerifyApi
{
    public static void MapVerifyApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Certificates");
        api.MapGet("/verify", async ([Description("The number printed on the certificate, such as UP-4T7W-X2M9-KDR")] string? number, VerificationService verification, CancellationToken cancel) =>
                Results.Ok(VerifyResponse.Of(await verification.ByNumberAsync(number ?? "", cancel))))
            .WithSummary("Is this certificate number real?")
            .WithDescription("Answers 200 whether yes or no: read \"valid\" and \"answer\".")
            .Produces<VerifyResponse>();
        api.MapPost("/verify", async (HttpRequest request, VerificationService verification, CancellationToken cancel) =>
                Results.Ok(VerifyResponse.Of(await BoundedText.ReadAsync(request.Body, request.ContentLength, CredentialVerifier.MaximumTokenLength, cancel) is { } token
                    ? await verification.ByCredentialAsync(token, cancel)
                    : TooLarge)))
            .WithSummary("Is this credential real?")
            .WithDescription("The body is the credential itself, a VC-JWT of at most 256 KiB, as application/vc+jwt or text/plain. Answers 200 whether yes or no.")
            .Accepts<string>("application/vc+jwt", "text/plain")
            .Produces<VerifyResponse>();
        api.MapGet("/certificates/{number}", async (string number, VerificationService verification, CancellationToken cancel) =>
                await verification.ByNumberAsync(number, cancel) is { Certificate: { } facts } answer
                    ? Results.Ok(VerifyResponse.Of(answer))
                    : Results.NotFound())
            .WithSummary("A certificate by its number")
            .Produces<VerifyResponse>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static readonly VerificationAnswer TooLarge = new(AnswerKind.TooLarge, "A credential is a few thousand characters long. This is far longer, so we did not read it.",
        "Type the number printed on the certificate instead.", null, [new("Form", CheckOutcome.Failed, "It is longer than any credential.")]);
}
