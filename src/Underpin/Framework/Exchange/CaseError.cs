using System.Text.Json.Nodes;

namespace Underpin.Framework.Exchange;

/// <summary>The error body of 1EdTech's services, imsx_StatusInfo, with the minor codes that CASE 1.1 knows.</summary>
internal static class CaseError
{
    public const string UnknownObject = "unknownobject";
    public const string InvalidUuid = "invaliduuid";
    public const string InvalidSortField = "invalid_sort_field";
    public const string InvalidSelectionField = "invalid_selection_field";

    public static IResult NotFound(string what, string identifier) => Answer(StatusCodes.Status404NotFound, UnknownObject, $"There is no {what} with the identifier {identifier} here.");

    /// <summary>The standard answers this by 404, since nothing can have such an identifier.</summary>
    public static IResult NotUuid(string identifier) => Answer(StatusCodes.Status404NotFound, InvalidUuid, $"“{(identifier.Length <= 60 ? identifier : identifier[..60] + "…")}” is not a UUID.");

    public static IResult BadQuery(CaseQueryProblem problem) => Answer(StatusCodes.Status400BadRequest, problem.Code, problem.Description);

    static IResult Answer(int status, string code, string description) => Results.Text(Body("failure", code, description), "application/json", statusCode: status);

    /// <summary>For what fails before any of ours is asked: too many requests, a method that is not taken, a fault.</summary>
    public static string Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Body("failure", UnknownObject, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Body("unsupported", "forbidden", "Frameworks are read here, by GET and HEAD, and not written."),
        StatusCodes.Status429TooManyRequests => Body("failure", "server_busy", "There were too many requests from your address. Wait a minute, then go on."),
        >= 500 => Body("failure", "internal_server_error", "Something went wrong on our side. Try again."),
        _ => Body("failure", "forbidden", "This was refused."),
    };

    static string Body(string major, string minor, string description) => CaseJson.Object(
        ("imsx_codeMajor", major),
        ("imsx_severity", "error"),
        ("imsx_description", description),
        ("imsx_codeMinor", CaseJson.Object(("imsx_codeMinorField", new JsonArray(CaseJson.Object(("imsx_codeMinorFieldName", "TargetEndSystem"), ("imsx_codeMinorFieldValue", minor))))))).Text();
}
