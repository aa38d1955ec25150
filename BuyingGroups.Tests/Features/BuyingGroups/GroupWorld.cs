using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Data.Auditing;

namespace BuyingGroups.Tests.Features.Groups;

/// <summary>A solution interest with a live template and a live audience, and accounts with people, as most tests of groups need them.</summary>
internal sealed class GroupWorld(Func<PortalDbContext> open)
{
    public const int DecisionMaker = 1;
    public const int Influencer = 2;
    public const int Practitioner = 3;
    public const int Champion = 5;

    private int _people;

    public SolutionInterest Solution { get; private set; } = null!;

    public Audience Audience { get; private set; } = null!;

    /// <summary>Rows of the actors table, by kind.</summary>
    public Dictionary<ActorKind, int> Actors { get; } = [];

    /// <summary>Template: Decision Maker (title contains chief, 1), Influencer (title contains VP, 2), Practitioner (title contains planner, 3), Champion (by hand, 1).</summary>
    public async Task<GroupWorld> BuildAsync()
    {
        await using var context = open();
        foreach (var kind in Enum.GetValues<ActorKind>())
            context.Actors.Add(new ActorRecord { Kind = kind, Reference = $"test:{kind}", Name = $"A {kind} actor" });
        var template = new RoleTemplate { Name = "Fleet B2B", Status = PublicationStatus.Live };
        template.Cards.Add(Card(DecisionMaker, 1, 1, "chief"));
        template.Cards.Add(Card(Influencer, 2, 2, "VP"));
        template.Cards.Add(Card(Practitioner, 3, 3, "planner"));
        template.Cards.Add(Card(Champion, 4, 1, null));
        context.RoleTemplates.Add(template);
        Audience = new Audience { Name = "Logistics", Status = PublicationStatus.Live, Condition = new ConditionGroup(MatchKind.All, [FieldFilter.Of("industry", ConditionOperator.Is, "Logistics")]) };
        context.Audiences.Add(Audience);
        await context.SaveChangesAsync();
        Solution = new SolutionInterest { Name = "Fleet analytics", RoleTemplateId = template.Id };
        context.SolutionInterests.Add(Solution);
        await context.SaveChangesAsync();
        foreach (var actor in context.Actors.Local)
            Actors[actor.Kind] = actor.Id;
        return this;
    }

    /// <summary>An account, in the audience unless its industry says otherwise, with one person per title.</summary>
    public async Task<Account> AccountAsync(string name, string[] titles, string industry = "Logistics")
    {
        await using var context = open();
        var account = new Account { SourceKey = "account:" + name, Name = name, Industry = industry };
        foreach (var title in titles)
            account.People.Add(Person(title));
        context.Accounts.Add(account);
        await context.SaveChangesAsync();
        return account;
    }

    /// <summary>A group with nobody in it, as the job would make it.</summary>
    public async Task<BuyingGroup> GroupAsync(Account account, SolutionInterest? solution = null)
    {
        await using var context = open();
        var (id, name) = solution is null ? (Solution.Id, Solution.Name) : (solution.Id, solution.Name);
        var group = new BuyingGroup { AccountId = account.Id, SolutionInterestId = id, Name = BuyingGroup.NameOf(name, account.Name) };
        context.BuyingGroups.Add(group);
        await context.SaveChangesAsync();
        return group;
    }

    /// <summary>One more solution interest with the same template.</summary>
    public async Task<SolutionInterest> MoreAsync(string name)
    {
        await using var context = open();
        var solution = new SolutionInterest { Name = name, RoleTemplateId = Solution.RoleTemplateId };
        context.SolutionInterests.Add(solution);
        await context.SaveChangesAsync();
        return solution;
    }

    public Person Person(string title)
    {
        var number = ++_people;
        return new Person { SourceKey = $"person:{number}", Email = $"person{number}@portal.example", FirstName = "Person", LastName = number.ToString("00000", CultureInfo.InvariantCulture), JobTitle = title };
    }

    private static RoleCard Card(int role, int priority, int required, string? title) => new()
    {
        RoleId = role,
        Priority = priority,
        MembersRequired = required,
        AutoAssign = title is not null,
        Condition = title is null ? null : new ConditionGroup(MatchKind.All, [FieldFilter.Of("jobTitle", ConditionOperator.Contains, title)]),
    };
}
