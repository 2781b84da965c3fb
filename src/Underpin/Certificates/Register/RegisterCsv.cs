using System.Globalization;
using System.Text;
using Underpin.Platform;

namespace Underpin.Certificates.Register;

/// <summary>The register for a spreadsheet (RFC 4180, UTF-8 with a mark that spreadsheets know it by).</summary>
internal static class RegisterCsv
{
    public static byte[] Write(IEnumerable<RegisterRow> rows)
    {
        var text = new StringBuilder("Number,Holder,Qualification,Centre,Awarded on,State,Revoked on\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', new[] { row.Number, row.Holder, row.Qualification, row.Centre, Day(row.AwardedOn), row.RevokedAt is null ? "in force" : "revoked", row.RevokedAt is { } at ? Day(at.UkDate()) : "" }.Select(Field)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Field(string value)
    {
        // A spreadsheet takes a text that begins like this for a formula, and would run it.
        if (value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal)) value = $"'{value}";
        return value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
