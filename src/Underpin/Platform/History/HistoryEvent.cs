using System.Text.Json.Serialization;

namespace Underpin.Platform.History;

/// <summary>
/// Something that happened. A room's events stand together in its <c>…Events.cs</c>; the record's name is its kind. People with an account stand
/// in it as ids: what is chained cannot be rewritten when one of them is erased.
/// </summary>
/// <param name="About">The enrolment, organisation, certificate or account in whose history it is listed.</param>
internal abstract record HistoryEvent([property: JsonIgnore] Guid About)
{
    /// <summary>What happened in words, without the actor: "accepted the enrolment".</summary>
    [JsonIgnore]
    public abstract string Summary { get; }
}

/// <summary>Entities that may only change together with an entry on record.</summary>
internal interface IOnRecord;
