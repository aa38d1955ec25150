using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>
/// Walks one account through a draft: the engine's own segments, one after the other, in one transaction that is always rolled back, on a clock that
/// jumps to the end of every wait. What is predicted is therefore what happens, effects of earlier nodes on later ones included.
/// </summary>
public sealed class SimulationRun(PortalDatabase database, Segment segment)
{
    private const long EntryId = -1;

    /// <summary>Walks.</summary>
    public async Task<Outcome<JourneySimulation>> RunAsync(
        SimulatedDraft draft, long accountId, IReadOnlyDictionary<string, string> choices, SentenceLanguage language, DateTime start, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async (context, token) => (await new Walk(database, segment, context, draft, accountId, choices, language).RunAsync(start, token), false), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !database.Provider.IsTransient(exception))
        {
            return new SimulationFailed(exception is RefusedException refused ? string.Join(' ', refused.Refusals) : exception.GetBaseException().Message);
        }
    }

    /// <summary>One walk in its transaction.</summary>
    private sealed class Walk(
        PortalDatabase database, Segment segment, PortalDbContext context, SimulatedDraft draft, long accountId,
        IReadOnlyDictionary<string, string> choices, SentenceLanguage language)
    {
        private readonly JourneyPlan plan = draft.Plan;
        private readonly Dictionary<int, int> order = draft.Plan.Nodes.Select((node, place) => (node.Key, place)).ToDictionary();
        private readonly SimulationWatch watch = new(new ConditionSentence(draft.Catalog, language), accountId);
        private readonly List<Passage> passages = [];

        public async Task<JourneySimulation> RunAsync(DateTime start, CancellationToken cancellationToken)
        {
            await ChooseVariantsAsync(cancellationToken);
            var (clock, arrived) = (start, start);
            JourneyClaim claim = new SimulatedEntry(plan.Start, EntryId, accountId);
            while (true)
            {
                var entry = await PassAsync(claim, clock, arrived, cancellationToken);
                if (entry.Status != EntryStatus.Active)
                    return await EndAsync(entry, entry.Status, clock, await LeavingAsync(entry.Status, clock, cancellationToken), cancellationToken);
                var node = plan.Node(entry.NodeKey)!;
                (arrived, var heard) = (clock, IsHeard(node));
                var leaves = heard ? clock : JourneyEntries.Moment(entry.DueAt == Data.Journeys.JourneyStatements.Never ? -1 : entry.DueAt);
                if (plan.Document.Settings.EndsAt is { } ends && !(leaves < ends))
                {
                    passages.Add(new Passage(node, arrived, null, 0, null));
                    return await EndAsync(entry, EntryStatus.Ended, ends > clock ? ends : clock, new SimulatedText("The end date of the journey comes first."), cancellationToken);
                }
                if (leaves is null)
                {
                    passages.Add(new Passage(node, arrived, null, 0, null));
                    return await EndAsync(entry, EntryStatus.Active, clock, new SimulatedText("It stays here until the event comes: there is no timeout."), cancellationToken);
                }
                clock = leaves.Value;
                claim = heard ? new SimulatedEvent(node, EntryId, accountId) : new DueClaim(node);
            }
        }

        private bool IsHeard(PlanNode node) => node.Node.Settings is ListenForEventSettings listen
            && (choices.TryGetValue(node.Node.Id.Value, out var choice) ? !string.Equals(choice, SimulationChoice.Timeout, StringComparison.Ordinal) : listen.Timeout is null);

        /// <summary>A variant split of a new version begins with its first slot; a chosen path, with that path's first.</summary>
        private async Task ChooseVariantsAsync(CancellationToken cancellationToken)
        {
            foreach (var node in plan.Nodes.Where(node => node.Node.Settings is VariantSplitSettings { Subject: SplitSubject.Accounts }))
            {
                var chosen = choices.TryGetValue(node.Node.Id.Value, out var key) ? node.Node.Paths.ToList().FindIndex(path => string.Equals(path.Key, key, StringComparison.Ordinal)) : -1;
                var slots = VariantQuota.Slots([.. node.Node.Paths.Select(path => path.Percent ?? 0)]).ToList();
                context.JourneyVariantCounts.Add(new JourneyVariantCount { NodeKey = node.Key, Routed = Math.Max(0, slots.IndexOf(chosen + 1)) });
            }
            await context.SaveChangesAsync(cancellationToken);
        }

        private async Task<JourneyEntry> PassAsync(JourneyClaim claim, DateTime clock, DateTime arrived, CancellationToken cancellationToken)
        {
            var run = new SegmentRun
            {
                Database = context,
                Provider = database.Provider,
                Plan = plan,
                Catalog = draft.Catalog.At(clock),
                Partition = 0,
                Now = clock,
                Watch = watch,
            };
            await segment.RunAsync(run, claim, 1, cancellationToken);
            var visits = await context.JourneyVisits.AsNoTracking().Where(visit => visit.EntryId == EntryId && visit.BatchId == run.BatchId).ToListAsync(cancellationToken);
            passages.AddRange(visits.OrderBy(visit => order[visit.NodeKey]).Select(visit =>
                new Passage(plan.Node(visit.NodeKey)!, visit.NodeKey == claim.Start.Key ? arrived : clock, clock, visit.Path, visit.Detail)));
            return await context.JourneyEntries.AsNoTracking().SingleAsync(entry => entry.Id == EntryId, cancellationToken);
        }

        private async Task<SimulatedText?> LeavingAsync(EntryStatus status, DateTime clock, CancellationToken cancellationToken)
        {
            var condition = status switch
            {
                EntryStatus.GoalMet => plan.Document.Settings.Goal,
                EntryStatus.Exited => plan.Document.Settings.Exit,
                _ => null,
            };
            if (condition is null)
                return null;
            var why = await watch.WhyAsync(context, condition, draft.Catalog.At(clock), cancellationToken);
            return new SimulatedText(status == EntryStatus.GoalMet ? "It meets the goal: {0}" : "It matches the exit condition: {0}", why);
        }

        private async Task<JourneySimulation> EndAsync(JourneyEntry entry, EntryStatus status, DateTime at, SimulatedText? why, CancellationToken cancellationToken)
        {
            // Where goal or exit came first, the account was at the node but took no path from it.
            if (passages.All(passage => passage.Node.Key != entry.NodeKey))
                passages.Add(new Passage(plan.Node(entry.NodeKey)!, JourneyEntries.Moment(entry.ArrivedAt) ?? at, null, 0, null));
            var members = await GetJourneyTimelineHandler.EffectsAsync(context, entry, [.. passages.Select(passage => passage.Node.ActorId)], cancellationToken);
            return new JourneySimulation("", null, [.. passages.Select(passage => StepOf(passage, [.. members[passage.Node.ActorId]]))], status, at, why);
        }

        private SimulatedStep StepOf(Passage passage, IReadOnlyList<TimelineEffect> members)
        {
            var node = passage.Node.Node;
            var taken = passage.Path >= 1 && passage.Path <= node.Paths.Count ? node.Paths[passage.Path - 1] : null;
            return new SimulatedStep(
                node.Id.Value, node.Settings.Kind, node.Name, passage.ArrivedAt, passage.LeftAt, passage.Path, taken, node.Paths.Count == 1,
                watch.ReasonOf(passage.Node) ?? SimulationReasons.Of(node, passage.Path, passage.LeftAt is null), passage.Detail,
                watch.PeopleOf(passage.Node), members, watch.EffectsOf(passage.Node), [.. SimulationReasons.Alternatives(node, passage.Path, IsHeard(passage.Node))]);
        }

        private sealed record Passage(PlanNode Node, DateTime ArrivedAt, DateTime? LeftAt, int Path, string? Detail);
    }
}
