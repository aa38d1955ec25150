using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Engagement;

[Trait("Category", "Database")]
public sealed class WeightingModelTests
{
    [OnEveryDatabase]
    public async Task A_portal_starts_with_the_default_model_active(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);

        var model = (await portal.AskAsync(new GetWeightingModel(WeightingModel.DefaultId))).Demand();

        Assert.Equal(WeightingStatus.Active, model.Status);
        Assert.Equal([60, 30, 30, 40, 60, 40, 40, 60], model.Weights.OrderBy(w => w.ActivityTypeId).Select(w => w.Weight));
        Assert.Equal([("Trivial", 20), ("Minor", 40), ("Normal", 60), ("Important", 80), ("Vital", 100)], model.Bands.Select(b => (b.Name, b.Value)));
    }

    [OnEveryDatabase]
    public async Task A_copy_is_edited_with_bands_and_own_types_and_replaces_the_active_model(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var webinar = (await portal.SendAsync(new AddActivityType("Webinar"))).Demand();
        var id = (await portal.SendAsync(new DuplicateWeightingModel(WeightingModel.DefaultId))).Demand();
        var copy = (await portal.AskAsync(new GetWeightingModel(id))).Demand();
        Assert.Equal(("Default model (copy)", WeightingStatus.Draft, 0), (copy.Name, copy.Status, copy.Weights.Single(w => w.ActivityTypeId == webinar).Weight));

        (await portal.SendAsync(new SaveWeightingModel(
            id, copy.Version, "Events first", "Webinars count", [new("Some", 25), new("Much", 90)],
            [new(webinar, 2, 0), new(ActivityType.PageViews, 1, 0), new(ActivityType.EmailOpened, null, 7), new(ActivityType.LinkClicks, 5, 33)]))).Demand();
        var saved = (await portal.AskAsync(new GetWeightingModel(id))).Demand();
        var job = (await portal.SendAsync(new ActivateWeightingModel(id, saved.Version))).Demand();

        Assert.Equal(("Events first", 2), (saved.Name, saved.Bands.Count));
        Assert.Equal(
            [(webinar, 90), (ActivityType.EmailOpened, 7), (ActivityType.LinkClicks, 33), (ActivityType.PageViews, 25)],
            saved.Weights.Where(w => w.Weight > 0).OrderByDescending(w => w.ActivityTypeId == webinar).ThenBy(w => w.ActivityTypeId).Select(w => (w.ActivityTypeId, w.Weight)));
        var models = (await portal.AskAsync(new FindWeightingModels(new PageRequest()))).Demand();
        Assert.Equal([(id, WeightingStatus.Active), (WeightingModel.DefaultId, WeightingStatus.Archived)], models.Rows.Select(m => (m.Id, m.Status)));
        await using var context = portal.Open();
        Assert.Equal(RescoreWork.WorkKind, (await context.Jobs.SingleAsync(j => j.Id == job)).Kind);
        Assert.Equal(2, await context.AuditEntries.CountAsync(e => e.Action == nameof(ActivateWeightingModel) || e.Action == nameof(SaveWeightingModel)));
    }

    [Fact]
    public async Task Only_a_draft_changes_and_only_as_it_was_read()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = (await portal.SendAsync(new DuplicateWeightingModel(WeightingModel.DefaultId))).Demand();

        Assert.Equal(new WeightingModelFixed("Default model"), (await portal.SendAsync(Save(WeightingModel.DefaultId, 1))).Refusal);
        Assert.Equal(new WeightingModelFixed("Default model"), (await portal.SendAsync(new DeleteWeightingModel(WeightingModel.DefaultId))).Refusal);
        Assert.Equal(new WeightingModelFixed("Default model"), (await portal.SendAsync(new ActivateWeightingModel(WeightingModel.DefaultId, 1))).Refusal);
        Assert.Equal(new ChangedByOthers("weighting model"), (await portal.SendAsync(Save(id, 99))).Refusal);
        Assert.Equal(new NameTaken("weighting model", "default MODEL"), (await portal.SendAsync(Save(id, 1) with { Name = "default MODEL" })).Refusal);
        Assert.Equal(new NotFound("activity type", 99), (await portal.SendAsync(Save(id, 1) with { Weights = [new(99, null, 5)] })).Refusal);
        Assert.Equal(new WeightOutOfRange("Page Views"), (await portal.SendAsync(Save(id, 1) with { Weights = [new(ActivityType.PageViews, null, 101)] })).Refusal);
        (await portal.SendAsync(Save(id, 1) with { Weights = [] })).Demand();
        Assert.Equal(new NothingWeighs("Mine"), (await portal.SendAsync(new ActivateWeightingModel(id, 2))).Refusal);
        (await portal.SendAsync(new DeleteWeightingModel(id))).Demand();
        Assert.Equal(new NotFound("weighting model", id), (await portal.AskAsync(new GetWeightingModel(id))).Refusal);
    }

    [Fact]
    public async Task Weights_decide_scores()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 1, peopleEach: 2);
        await world.ActivityAsync(0, ActivityType.PageViews, 4);
        await world.ActivityAsync(1, ActivityType.EmailOpened, 4);
        await world.RescoreAsync();
        Assert.Equal((100, 87), await ScoresAsync());

        var id = (await portal.SendAsync(new DuplicateWeightingModel(WeightingModel.DefaultId))).Demand();
        (await portal.SendAsync(Save(id, 1) with { Weights = [new(ActivityType.PageViews, null, 10), new(ActivityType.EmailOpened, null, 40)] })).Demand();
        (await portal.SendAsync(new ActivateWeightingModel(id, 2))).Demand();
        await portal.RunJobsAsync();

        Assert.Equal((50, 100), await ScoresAsync());

        async Task<(int, int)> ScoresAsync()
        {
            await using var context = portal.Open();
            var scores = await context.People.ToDictionaryAsync(p => p.Id, p => EngagementScoring.Shown(p.EngagementScore));
            return (scores[world.People[0]], scores[world.People[1]]);
        }
    }

    private static SaveWeightingModel Save(int id, int version) => new(id, version, "Mine", null, [new("One", 50)], [new(ActivityType.PageViews, 1, 0)]);
}
