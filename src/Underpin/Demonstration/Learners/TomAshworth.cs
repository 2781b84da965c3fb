namespace Underpin.Demonstration.Learners;

/// <summary>Fifteen years in post and no certificate to show for it: he has asked for a place, and the centre has not answered.</summary>
internal static class TomAshworth
{
    public static void Tell(Story story, Cast cast) => new LearnerStory(story, cast, cast.Tom, "EITQ-L3C").Asks(1, cast.Saltmarsh);
}
