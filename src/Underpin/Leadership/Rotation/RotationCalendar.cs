using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Underpin.Platform;

namespace Underpin.Leadership.Rotation;

/// <summary>The handovers of a plan and their preparation as a calendar that others subscribe to (iCalendar, RFC 5545).</summary>
internal static class RotationCalendar
{
    /// <summary>The longest line in octets, without its end (RFC 5545, 3.1).</summary>
    const int LongestLine = 75;

    /// <param name="problem">What was planned from.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="scope">Tells this plan's events from those of all other plans, for good: the address of the school's plan, say. An event keeps its
    /// identity when its people change, so that calendars move it instead of doubling it.</param>
    /// <param name="stamp">When the plan was adopted or last changed.</param>
    /// <param name="person">Key of whose calendar it is; null for everybody's.</param>
    /// <returns>The text, lines ended by CR and LF, to be served as text/calendar in UTF-8.</returns>
    public static string Write(RotationProblem problem, RotationPlan plan, string name, string scope, DateTimeOffset stamp, string? person = null)
    {
        var names = problem.People.ToDictionary(p => p.Key, p => p.Name);
        var duties = problem.Duties.ToDictionary(d => d.Key, d => d.Name);
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Underpin//Rotation//EN");
        Line("CALSCALE:GREGORIAN");
        Line($"X-WR-CALNAME:{Escaped(name)}");
        foreach (var handover in Handover.Of(problem, plan).Where(h => person is null || h.To == person || h.From == person))
        {
            var passing = handover.From is null ? $"{names[handover.To]} takes {duties[handover.Duty]}, which nobody held" : $"{duties[handover.Duty]} passes from {names[handover.From]} to {names[handover.To]}";
            Event($"handover/{handover.Duty}/{handover.Year}", handover.Date, handover.Date, passing, handover.NeedsShadowing ? "After a term's shadowing." : "");
        }

        foreach (var task in RotationPreparation.Of(problem, plan).Where(t => person is null || t.Person == person))
        {
            var role = task.Person == task.Handover.To ? "receives" : "passes-on";
            Event($"{role}/{task.Handover.Duty}/{task.Handover.Year}", task.From, task.Until, $"{names[task.Person]}: {task.Words}", $"For the handover on {task.Handover.Date.InWords()}.");
        }

        Line("END:VCALENDAR");
        return text.ToString();

        void Event(string id, DateOnly first, DateOnly last, string summary, string description)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{id}")))[..40]}@underpin");
            Line($"DTSTAMP:{stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Date(first)}");
            // The end is the first day after.
            Line($"DTEND;VALUE=DATE:{Date(last.AddDays(1))}");
            Line($"SUMMARY:{Escaped(summary)}");
            if (description != "") Line($"DESCRIPTION:{Escaped(description)}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }

        void Line(string line) => text.Append(Folded(line)).Append("\r\n");
    }

    static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    static string Escaped(string value)
    {
        var text = new StringBuilder();
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            if (character is '\\' or ';' or ',') text.Append('\\').Append(character);
            else if (character == '\n') text.Append("\\n");
            else if (!char.IsControl(character)) text.Append(character);
        }

        return text.ToString();
    }

    /// <summary>Long lines go on in the next after a space, between characters and never within one.</summary>
    static string Folded(string line)
    {
        var (text, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return text.ToString();
    }
}
