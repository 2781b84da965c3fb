using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Underpin.Framework.Exchange;

/// <summary>Holds a package against the shapes of the standard.</summary>
internal static partial class CaseChecks
{
    static readonly string[] AssociationTypes =
        ["isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"];

    [GeneratedRegex("^ext:[A-Za-z0-9._-]{1,190}$", RegexOptions.CultureInvariant)]
    private static partial Regex Extended { get; }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimeForm { get; }

    public static void Check(JsonElement value, CaseShape shape, string where, CaseProblems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(where, $"should be an object, and is {Kind(value)}");
            return;
        }

        foreach (var name in shape.RequiredMembers)
            if (!value.TryGetProperty(name, out _)) problems.Add(where, $"“{name}” is missing");
        foreach (var property in value.EnumerateObject())
        {
            var name = property.Name;
            var place = where.Length == 0 ? name : $"{where}.{name}";
            if (shape.Find(name) is { } member) Check(property.Value, member, place, problems);
            else problems.Add(place, "is not a field that CASE 1.1 has here; a publisher's own fields stand under “extensions”");
        }
    }

    static void Check(JsonElement value, CaseMember member, string where, CaseProblems problems)
    {
        switch (member.Kind)
        {
            case CaseKind.Object:
                Check(value, member.Shape!, where, problems);
                break;
            case CaseKind.Objects or CaseKind.Texts or CaseKind.ManyExtensions:
                if (value.ValueKind != JsonValueKind.Array)
                {
                    problems.Add(where, $"should be a list, and is {Kind(value)}");
                    break;
                }

                var each = member.Kind switch { CaseKind.Objects => CaseKind.Object, CaseKind.Texts => CaseKind.Text, _ => CaseKind.Extensions };
                var at = 0;
                foreach (var element in value.EnumerateArray()) Check(element, member with { Kind = each }, $"{where}[{at++}]", problems);
                break;
            case CaseKind.Extensions:
                if (value.ValueKind != JsonValueKind.Object) problems.Add(where, $"should be an object, and is {Kind(value)}");
                else CheckTexts(value, where, problems);
                break;
            case CaseKind.WholeNumber or CaseKind.Number:
                if (value.ValueKind != JsonValueKind.Number) problems.Add(where, $"should be a number, and is {Kind(value)}");
                else if (member.Kind == CaseKind.WholeNumber && !value.TryGetInt32(out _)) problems.Add(where, "should be a whole number of no more than ten digits");
                break;
            default:
                if (value.ValueKind != JsonValueKind.String) problems.Add(where, $"should be text, and is {Kind(value)}");
                else if (TextOf(value) is not { } text) problems.Add(where, "holds half of a character, which nothing can show");
                else if (Wrong(text, member) is { } what) problems.Add(where, what);
                break;
        }
    }

    static string? Wrong(string text, CaseMember member)
    {
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) return "holds a control character";
        if (member.Required && string.IsNullOrWhiteSpace(text)) return "is empty";
        return member.Kind switch
        {
            CaseKind.Identifier when !Guid.TryParseExact(text, "D", out _) => $"“{Short(text)}” is not a UUID",
            CaseKind.Address when !IsAddress(text) => $"“{Short(text)}” is not a whole address, such as https://example.org/…",
            CaseKind.Moment when MomentOf(text) is null => $"“{Short(text)}” is not a date and time with its offset, such as 2026-11-21T12:00:00+00:00",
            CaseKind.Day when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"“{Short(text)}” is not a date, such as 2026-11-21",
            CaseKind.CaseVersion when text != "1.1" => $"“{Short(text)}” is not the version that we read, which is 1.1",
            CaseKind.AssociationType when !AssociationTypes.Contains(text) && !Extended.IsMatch(text) => $"“{Short(text)}” is not one of {string.Join(", ", AssociationTypes)}, nor begins with “ext:”",
            CaseKind.TargetType when text != "CASE" && !Extended.IsMatch(text) => $"“{Short(text)}” is neither CASE nor begins with “ext:”",
            _ => null,
        };
    }

    // What stands in extensions is nobody's to judge, but it is kept and served, so its texts must be ones that can be.
    static void CheckTexts(JsonElement value, string where, CaseProblems problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                if (TextOf(value) is not { } text) problems.Add(where, "holds half of a character, which nothing can show");
                else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) problems.Add(where, "holds a control character");
                break;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray()) CheckTexts(element, where, problems);
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (property.Name.Any(char.IsControl)) problems.Add(where, "has a field with a control character in its name");
                    else CheckTexts(property.Value, $"{where}.{property.Name}", problems);
                }

                break;
        }
    }

    public static DateTimeOffset? MomentOf(string text) =>
        DateTimeForm.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? WholeMilliseconds(moment) : null;

    // What every database gives back exactly.
    static DateTimeOffset WholeMilliseconds(DateTimeOffset moment) => new(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is not ("file" or "javascript" or "data") && !text.Any(char.IsWhiteSpace);

    static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, written as an escape.
            return null;
        }
    }

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null; leave it out instead",
    };
}
