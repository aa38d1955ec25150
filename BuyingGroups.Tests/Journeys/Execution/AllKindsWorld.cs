using System.Globalization;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Stages;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>
/// Accounts before a journey over every kind of node, which adds them to a second and takes them out of a third. In this database a day passes in a
/// moment, and every second account answers as soon as it is listened to: triggers do that, in the transaction that makes them wait.
/// </summary>
internal static class AllKindsWorld
{
    private const int Accounts = 160;
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);

    public static async Task<JourneyWorld> CreateAsync(DatabaseKind kind)
    {
        var world = await JourneyWorld.CreateAsync(kind);
        var stages = await world.Database.StageModelAsync();
        await world.Groups.UseAsync(world.Database, stages);
        await AddAccountsAsync(world, stages.Named("New").Id, stages.Named("Won").Id);
        var onto = new AccountList { Name = "Onto", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        var off = new AccountList { Name = "Off", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        var nobody = new AccountList { Name = "Nobody", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        await world.Database.AddAsync([onto, off, nobody]);
        await using (var context = world.Database.Open())
        {
            foreach (var account in await context.Accounts.Where(account => account.Id % 3 == 0).Select(account => account.Id).ToListAsync())
            {
                foreach (var list in new[] { onto, off })
                    context.AccountListMembers.Add(new AccountListMember { AccountListId = list.Id, AccountId = account, AddedAt = world.Clock.GetUtcNow().UtcDateTime, ActorId = world.Groups.Actors[ActorKind.Manual] });
            }
            await context.SaveChangesAsync();
        }
        var third = await world.PublishAsync(new Drawing()
            .Add("third", new AccountAudienceSettings(world.Groups.Audience.Id, null), "stay")
            .Add("stay", new WaitSettings(new(new WaitDuration(30, WaitUnit.Days), null, null)), "stayed")
            .Add("stayed", new AccountInterestingMomentSettings("Stayed")), "Third");
        await world.RunAsync();
        var second = await world.PublishAsync(new Drawing()
            .Add("second", new AccountAudienceSettings(null, nobody.Id), "welcome")
            .Add("welcome", new AccountInterestingMomentSettings("Welcome"), "rest")
            .Add("rest", new WaitSettings(ADay), "call")
            .Add("call", new WebhookSettings("https://hooks.portal.example/second")), "Second");
        await world.PublishAsync(AllKinds(world, stages.Named("Working").Id, onto.Id, off.Id, second, third), "All kinds");
        await HurryAsync(world);
        return world;
    }

    private static Drawing AllKinds(JourneyWorld world, int stage, int onto, int off, int second, int third)
    {
        var solution = world.Groups.Solution.Id;
        return new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")
            .Add("split", new SplitByAccountsSettings(),
                Branch("small", When("numberOfEmployees", ConditionOperator.Less, "50"), "variant"),
                Branch("large", When("numberOfEmployees", ConditionOperator.Greater, "80"), "people"),
                Other("join"))
            .Add("variant", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 50, "call"), Share("b", 30, "alert"), Share("c", 20, "moment"))
            .Add("call", new WebhookSettings("https://hooks.portal.example/first"), "join")
            .Add("alert", new SendSalesAlertSettings(solution), "join")
            .Add("moment", new AccountInterestingMomentSettings("Third path"), "join")
            .Add("people", new SplitByPeopleSettings(), Branch("leaders", When("jobTitle", ConditionOperator.IsAnyOf, "chief", "VP"), "assign"), Other("mail"))
            .Add("assign", new AssignToBuyingGroupSettings(solution, GroupWorld.DecisionMaker), "suspend")
            .Add("suspend", new UpdatePersonProfileSettings("marketingSuspended", "true"), "people-join")
            .Add("mail", new SendEmailSettings("Hello", "Good day"), "people-join")
            .Add("people-join", new PeopleMergeSettings(new NodeId("people")), "join")
            .Add("join", new MergeSettings(), "wait")
            .Add("wait", new WaitSettings(ADay), "halves")
            .Add("halves", new VariantSplitSettings(SplitSubject.People), Share("a", 50, "influence"), Share("b", 50, "noted"))
            .Add("influence", new AssignToBuyingGroupSettings(solution, GroupWorld.Influencer), "halves-join")
            .Add("noted", new PersonInterestingMomentSettings("Noted"), "halves-join")
            .Add("halves-join", new PeopleMergeSettings(new NodeId("halves")), "onto")
            .Add("onto", new AddToAccountListSettings(onto), "off")
            .Add("off", new RemoveFromAccountListSettings(off), "second")
            .Add("second", new AddToJourneySettings(second), "third")
            .Add("third", new RemoveFromJourneySettings(third), "size")
            .Add("size", new UpdateAccountProfileSettings("annualRevenue", "1000"), "stage")
            .Add("stage", new UpdateBuyingGroupStageSettings(solution, stage), "status")
            .Add("status", new UpdateBuyingGroupStatusSettings(solution, "In talks"), "listen")
            .Add("listen", new ListenForEventSettings(new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut }, ADay), JourneyPath.Next(new NodeId("remove")), Timeout("silent"))
            .Add("remove", new RemoveFromBuyingGroupSettings(solution), "done")
            .Add("silent", new AccountInterestingMomentSettings("Silent"), "done")
            .Add("done", new MergeSettings());
    }

    private static async Task AddAccountsAsync(JourneyWorld world, int entry, int won)
    {
        await using var context = world.Database.Open();
        string[] titles = ["chief", "VP", "planner", "cook"];
        for (var i = 0; i < Accounts; i++)
        {
            var account = new Account { SourceKey = string.Create(CultureInfo.InvariantCulture, $"account:{i:000}"), Name = $"Account {i:000}", Industry = "Logistics", NumberOfEmployees = i * 37 % 100 };
            for (var person = 0; person <= i % 4; person++)
                account.People.Add(world.Groups.Person(titles[(i + person) % 4]));
            context.Accounts.Add(account);
            if (i % 6 != 0)
                context.BuyingGroups.Add(new BuyingGroup { Account = account, SolutionInterestId = world.Groups.Solution.Id, Name = $"Group {i:000}", StageId = i % 7 == 0 ? won : entry });
        }
        await context.SaveChangesAsync();
        // Removed by hand, which a journey does not outrank: it is refused.
        var groups = await context.BuyingGroups.Where(group => group.Id % 5 == 0).Select(group => new { group.Id, Person = group.Account!.People.Min(person => person.Id) }).ToListAsync();
        foreach (var group in groups)
        {
            context.Members.Add(new Member
            {
                BuyingGroupId = group.Id,
                PersonId = group.Person,
                RoleId = GroupWorld.Champion,
                Source = ActorKind.Manual,
                ActorId = world.Groups.Actors[ActorKind.Manual],
                IsActive = false,
                ChangedAt = world.Clock.GetUtcNow().UtcDateTime,
            });
        }
        await context.SaveChangesAsync();
    }

    private static async Task HurryAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        var listen = await context.JourneyNodeKeys.Where(key => key.NodeId == "listen").Select(key => key.Id).SingleAsync();
        foreach (var statement in world.Database.Kind == DatabaseKind.Sqlite ? OnSqlite(listen) : OnPostgreSql(listen))
            await context.Database.ExecuteSqlRawAsync(statement);
    }

    private static IEnumerable<string> OnSqlite(int listen)
    {
        foreach (var when in new[] { "INSERT ON", "UPDATE OF due_at ON" })
        {
            var name = when[..6];
            yield return $"""
                CREATE TRIGGER hurry_{name} AFTER {when} journey_entries
                WHEN NEW.due_at - NEW.arrived_at = 86400000 AND NOT (NEW.node_key = {listen} AND NEW.account_id % 2 = 0)
                BEGIN UPDATE journey_entries SET due_at = NEW.arrived_at + 300 WHERE id = NEW.id; END;
                """;
            yield return $"""
                CREATE TRIGGER answer_{name} AFTER {when} journey_entries
                WHEN NEW.due_at IS NOT NULL AND NEW.node_key = {listen} AND NEW.account_id % 2 = 0
                BEGIN
                    INSERT INTO activities (account_id, activity_type_id, occurred_at, recorded_at)
                    VALUES (NEW.account_id, {ActivityType.FormFilledOut}, strftime('%Y-%m-%d %H:%M:%f', NEW.arrived_at / 1000.0 + 1, 'unixepoch'), strftime('%Y-%m-%d %H:%M:%f', NEW.arrived_at / 1000.0, 'unixepoch'));
                END;
                """;
        }
    }

    private static IEnumerable<string> OnPostgreSql(int listen)
    {
        yield return """
            CREATE FUNCTION hurry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.due_at := NEW.arrived_at + 300; RETURN NEW; END $$;
            """;
        yield return $"""
            CREATE FUNCTION answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO activities (account_id, activity_type_id, occurred_at, recorded_at)
                VALUES (NEW.account_id, {ActivityType.FormFilledOut}, to_timestamp(NEW.arrived_at / 1000.0 + 1), to_timestamp(NEW.arrived_at / 1000.0));
                RETURN NULL; END $$;
            """;
        yield return $"""
            CREATE TRIGGER hurry BEFORE INSERT OR UPDATE OF due_at ON journey_entries FOR EACH ROW
            WHEN (NEW.due_at - NEW.arrived_at = 86400000 AND NOT (NEW.node_key = {listen} AND NEW.account_id % 2 = 0)) EXECUTE FUNCTION hurry();
            """;
        yield return $"""
            CREATE TRIGGER answer AFTER INSERT OR UPDATE OF due_at ON journey_entries FOR EACH ROW
            WHEN (NEW.due_at IS NOT NULL AND NEW.node_key = {listen} AND NEW.account_id % 2 = 0) EXECUTE FUNCTION answer();
            """;
    }
}
