using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>What a person does who has no mouse.</summary>
internal static class Keyboard
{
    /// <summary>The words of what has the focus.</summary>
    public static Task<string> FocusAsync(this Person person) =>
        person.Page.EvaluateAsync<string>("() => (document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText || '').trim()");

    /// <summary>Presses Tab until what has the focus reads so, as often as a patient person would.</summary>
    public static async Task TabToAsync(this Person person, string words, int atMost = 60)
    {
        for (var i = 0; i < atMost; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await person.FocusAsync() == words) return;
        }

        Assert.Fail($"{person.Name} pressed Tab {atMost} times at {person.Page.Url} and did not reach \"{words}\".");
    }
}
