using System.Text;

namespace Underpin.Tests.Qualifications;

/// <summary>Reads comma-separated values as RFC 4180 says, apart from the code that wrote them.</summary>
internal static class CsvText
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"': cell.Append('"'); i++; break;
                case '"': quoted = !quoted; break;
                case ',' when !quoted: row.Add(cell.ToString()); cell.Clear(); break;
                case '\r' when !quoted && i + 1 < text.Length && text[i + 1] == '\n':
                    row.Add(cell.ToString());
                    cell.Clear();
                    rows.Add(row);
                    row = [];
                    i++;
                    break;
                case var letter: cell.Append(letter); break;
            }
        }

        Assert.False(quoted, "A quoted cell does not end.");
        Assert.Empty(row);
        return rows;
    }
}
