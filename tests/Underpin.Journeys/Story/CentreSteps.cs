using Underpin.Journeys.Browser;

namespace Underpin.Journeys.Story;

internal static class CentreSteps
{
    public static async Task AcceptAsync(this Person administrator, string learner, string assessor)
    {
        await administrator.FollowAsync("Estuary Training Centre");
        await administrator.FollowAsync("Learners");
        await administrator.FollowAsync(learner);
        await administrator.SelectAsync("Assessor (optional)", assessor);
        await administrator.PressAsync("Accept");
        await administrator.SeesAsync("Ruth Delaney");
    }
}
