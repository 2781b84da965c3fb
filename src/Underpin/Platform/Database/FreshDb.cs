using Microsoft.EntityFrameworkCore;

namespace Underpin.Platform.Database;

/// <summary>
/// Acts on a context of its own for each attempt. A save that lost a race is tried again from the start, where the ordinary checks see what the
/// other did and refuse in words.
/// </summary>
internal sealed class FreshDb(IServiceScopeFactory scopes)
{
    const int Attempts = 3;

    public async Task<Outcome<T>> TryAsync<T>(Func<UnderpinDb, Task<Outcome<T>>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await act(scope.ServiceProvider.GetRequiredService<UnderpinDb>());
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else was first: look again at how things stand.
            }
        }
    }
}
