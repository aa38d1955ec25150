using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Assigns through the same writer as everybody else: precedence decides, refusals are history.</summary>
public sealed class AssignToBuyingGroupStep(MembershipWriter memberships) : JourneyStep<AssignToBuyingGroupSettings>
{
    protected override Task RunAsync(AssignToBuyingGroupSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        GroupMembers.AskAsync(memberships, at, run, MembershipChangeKind.Assign, settings.SolutionInterest, settings.Role.Id!.Value, cancellationToken);
}

/// <summary>Removes through the same writer.</summary>
public sealed class RemoveFromBuyingGroupStep(MembershipWriter memberships) : JourneyStep<RemoveFromBuyingGroupSettings>
{
    protected override Task RunAsync(RemoveFromBuyingGroupSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        GroupMembers.AskAsync(memberships, at, run, MembershipChangeKind.Remove, settings.SolutionInterest, 0, cancellationToken);
}

/// <summary>What the two have in common.</summary>
internal static class GroupMembers
{
    public static async Task AskAsync(
        MembershipWriter memberships, StepAt at, SegmentRun run, MembershipChangeKind kind, JourneyReference solutionInterest, int roleId, CancellationToken cancellationToken)
    {
        await memberships.BeginAsync(run.Database, cancellationToken);
        var asked = await memberships.RequestAsync(
            run.Database,
            FormattableString.Invariant($"""
                SELECT g.id AS buying_group_id, p.person_id
                FROM ({run.Sql.PeopleOn(at.Lanes, at.Node.PeopleLane)}) AS p JOIN buying_groups g ON g.account_id = p.account_id AND g.solution_interest_id = {solutionInterest.Id}
                """),
            kind, roleId, cancellationToken);
        at.Detail = NoGroup(solutionInterest.Id!.Value);
        if (asked > 0)
            await memberships.ApplyAsync(run.Database, ActorKind.Journey, at.Node.ActorId, run.Now, cancellationToken);
    }

    /// <summary>Tells of accounts that have no such group.</summary>
    public static string NoGroup(int solutionInterestId) => FormattableString.Invariant(
        $"CASE WHEN EXISTS (SELECT 1 FROM buying_groups g WHERE g.account_id = w.account_id AND g.solution_interest_id = {solutionInterestId}) THEN NULL ELSE '{StepDetail.NoBuyingGroup}' END");
}

/// <summary>Details of visits that are not as usual; English texts that are localisation keys.</summary>
public static class StepDetail
{
    /// <summary>The account has no buying group for the solution interest; passed by.</summary>
    public const string NoBuyingGroup = "No buying group";

    /// <summary>The other journey did not let the account in.</summary>
    public const string NotLetIn = "Not let in";
}
