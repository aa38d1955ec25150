using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>The file could not be read to its end.</summary>
/// <param name="File">Its name.</param>
/// <param name="Limit">Most characters.</param>
public sealed record JourneyFileBroken(string File, int Limit)
    : Refusal("The file {0} could not be read, or is longer than {1} characters. Nothing was changed; choose it again, or a shorter one.", File, Limit);
