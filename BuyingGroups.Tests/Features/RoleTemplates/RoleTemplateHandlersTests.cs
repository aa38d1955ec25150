using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.RoleTemplates;
using BuyingGroups.Portal.Features.RoleTemplates.Personas;
using BuyingGroups.Portal.Features.RoleTemplates.Roles;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.RoleTemplates;

public sealed class RoleTemplateHandlersTests
{
    private const int DecisionMaker = 1;
    private const int Influencer = 2;

    [OnEveryDatabase]
    public async Task A_template_is_drafted_changed_and_published_and_then_stays(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new SaveRoleTemplate(null, " Fleet B2B ", null, [Assigned(DecisionMaker, "chief"), new(Influencer, Weighting.Minor)]))).Demand();
        // The order of the cards is their priority, and turning it round is a change.
        (await portal.SendAsync(new SaveRoleTemplate(id, "Fleet B2B", "For fleets", [new(Influencer, Weighting.Minor), Assigned(DecisionMaker, "chief")], 1))).Demand();
        var draft = (await portal.AskAsync(new GetRoleTemplate(id))).Demand().Template;
        Assert.Equal(("Fleet B2B", "For fleets", 2), (draft.Name, draft.Description, draft.Version));
        Assert.Equal([Influencer, DecisionMaker], draft.Cards.Select(c => c.RoleId));

        (await portal.SendAsync(new PublishRoleTemplate(id, draft.Version))).Demand();
        var live = (await portal.AskAsync(new GetRoleTemplate(id))).Demand().Template;
        Assert.Equal(PublicationStatus.Live, live.Status);
        Assert.IsType<RoleTemplateIsLive>((await portal.SendAsync(new SaveRoleTemplate(id, "Fleet B2B", null, [new(Influencer)], live.Version))).Refusal);
        Assert.IsType<OnlyDraftsDeleted>((await portal.SendAsync(new DeleteRoleTemplate(id))).Refusal);
        // Its name may still change.
        (await portal.SendAsync(new SaveRoleTemplate(id, "Fleet", null, null, live.Version))).Demand();
    }

    [OnEveryDatabase]
    public async Task A_copy_is_a_draft_with_the_same_roles(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, [Assigned(DecisionMaker, "chief")]))).Demand();
        (await portal.SendAsync(new PublishRoleTemplate(id))).Demand();
        var first = (await portal.SendAsync(new DuplicateRoleTemplate(id))).Demand();
        var second = (await portal.SendAsync(new DuplicateRoleTemplate(id))).Demand();

        var found = (await portal.AskAsync(new FindRoleTemplates(new PageRequest(), "fleet"))).Demand();
        Assert.Equal(["Fleet", "Fleet (copy 2)", "Fleet (copy)"], found.Rows.Select(r => r.Name));
        var copy = (await portal.AskAsync(new GetRoleTemplate(first))).Demand().Template;
        Assert.Equal(PublicationStatus.Draft, copy.Status);
        Assert.Equal(DecisionMaker, Assert.Single(copy.Cards).RoleId);
        (await portal.SendAsync(new DeleteRoleTemplate(second))).Demand();
        Assert.Equal(2, (await portal.AskAsync(new FindRoleTemplates(new PageRequest()))).Demand().Total);
    }

    [OnEveryDatabase]
    public async Task Two_marketers_cannot_overwrite_each_other(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, [new(Influencer)]))).Demand();
        (await portal.SendAsync(new SaveRoleTemplate(id, "Fleet", "By Anna", null, 1))).Demand();
        Assert.IsType<ChangedByOthers>((await portal.SendAsync(new SaveRoleTemplate(id, "Fleet", "By Karin", null, 1))).Refusal);
        Assert.IsType<ChangedByOthers>((await portal.SendAsync(new PublishRoleTemplate(id, 1))).Refusal);
        Assert.Equal("By Anna", (await portal.AskAsync(new GetRoleTemplate(id))).Demand().Template.Description);
    }

    [OnEveryDatabase]
    public async Task Names_are_unique_whatever_their_case(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        (await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, []))).Demand();
        Assert.Equal(new NameTaken("role template", "FLEET"), (await portal.SendAsync(new SaveRoleTemplate(null, "FLEET", null, []))).Refusal);
    }

    [OnEveryDatabase]
    public async Task A_draft_whose_condition_lost_its_field_is_not_published(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var persona = (await portal.SendAsync(new SavePersona(null, "Buyer", TitleContains("buyer")))).Demand();
        var condition = new ConditionGroup(MatchKind.All, [FieldFilter.Of("persona", ConditionOperator.Is, $"{persona}")]);
        var id = (await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, [new(DecisionMaker, AutoAssign: true, Condition: condition)]))).Demand();
        Assert.Equal(new InUse("persona", "Buyer", "the role template “Fleet”"), (await portal.SendAsync(new DeletePersona(persona))).Refusal);

        await using (var context = portal.Open())
            await context.Personas.Where(p => p.Id == persona).ExecuteDeleteAsync();
        Assert.IsType<ConditionOfRoleWrong>((await portal.SendAsync(new PublishRoleTemplate(id))).Refusal);
    }

    [OnEveryDatabase]
    public async Task Custom_roles_are_added_renamed_and_deleted_and_defaults_are_not(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new SaveRole(null, "Economic Buyer"))).Demand();
        Assert.Equal("EB", (await portal.AskAsync(new FindRoles())).Demand().Single(r => r.Id == id).Abbreviation);
        (await portal.SendAsync(new SaveRole(id, "Budget Owner", "BO", 1))).Demand();
        Assert.IsType<ChangedByOthers>((await portal.SendAsync(new SaveRole(id, "Late", null, 1))).Refusal);
        Assert.IsType<NameTaken>((await portal.SendAsync(new SaveRole(null, "champion"))).Refusal);
        Assert.IsType<NameTaken>((await portal.SendAsync(new SaveRole(null, "Legal", "dm"))).Refusal);
        Assert.IsType<AbbreviationWrong>((await portal.SendAsync(new SaveRole(null, "Legal", "LEGAL"))).Refusal);
        Assert.IsType<DefaultRoleFixed>((await portal.SendAsync(new DeleteRole(DecisionMaker))).Refusal);

        (await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, [new(id)]))).Demand();
        Assert.Equal(new InUse("role", "Budget Owner", "the role template “Fleet”"), (await portal.SendAsync(new DeleteRole(id))).Refusal);
    }

    [OnEveryDatabase]
    public async Task A_twenty_first_role_is_refused(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        for (var number = 7; number <= BuyingGroupRole.MaxCount; number++)
            (await portal.SendAsync(new SaveRole(null, $"Role {number}"))).Demand();
        Assert.Equal(new TooMany("roles", 20), (await portal.SendAsync(new SaveRole(null, "One too many"))).Refusal);
    }

    [OnEveryDatabase]
    public async Task A_portal_starts_with_ten_personas_that_are_valid(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var personas = (await portal.AskAsync(new FindPersonas())).Demand();
        Assert.Equal(10, personas.Count);
        foreach (var persona in personas)
            (await portal.SendAsync(new SavePersona(persona.Id, persona.Name, persona.Condition, persona.Version))).Demand();
    }

    [OnEveryDatabase]
    public async Task A_person_is_tried_on_roles_that_are_not_saved_yet(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var person = await portal.PersonAsync(account, "Olof", "Karlsson", with: p => p.JobTitle = "Fleet planner");
        var trials = (await portal.AskAsync(new TryRoleTemplate([Assigned(DecisionMaker, "chief"), Assigned(Influencer, "planner"), Assigned(3, "fleet"), new(4)], person.Id))).Demand();
        Assert.Equal([false, true, true, false], trials.Select(t => t.Fits));
        Assert.Equal([false, true, false, false], trials.Select(t => t.Gets));
        Assert.Contains("planner", trials[1].Why, StringComparison.OrdinalIgnoreCase);
    }

    [OnEveryDatabase]
    public async Task A_solution_interest_needs_a_live_template_and_keeps_it(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var draft = (await portal.SendAsync(new SaveRoleTemplate(null, "Draft", null, [new(Influencer)]))).Demand();
        Assert.Equal(new NotLive("role template", "Draft"), (await portal.SendAsync(new SaveSolutionInterest(null, "Fleet analytics", null, draft))).Refusal);

        (await portal.SendAsync(new PublishRoleTemplate(draft))).Demand();
        var other = (await portal.SendAsync(new DuplicateRoleTemplate(draft))).Demand();
        (await portal.SendAsync(new PublishRoleTemplate(other))).Demand();
        var id = (await portal.SendAsync(new SaveSolutionInterest(null, "Fleet analytics", null, draft))).Demand();
        Assert.IsType<RoleTemplateFixed>((await portal.SendAsync(new SaveSolutionInterest(id, "Fleet analytics", null, other, Version: 1))).Refusal);
        (await portal.SendAsync(new SaveSolutionInterest(id, "Fleet insight", "New name", draft, UpdateExistingBuyingGroups: false, Version: 1))).Demand();

        var row = Assert.Single((await portal.AskAsync(new FindSolutionInterests(new PageRequest()))).Demand().Rows);
        Assert.Equal(("Fleet insight", "Draft", false), (row.Name, row.RoleTemplate, row.UpdateExistingBuyingGroups));
        (await portal.SendAsync(new DeleteSolutionInterest(id))).Demand();
        Assert.Empty((await portal.AskAsync(new FindSolutionInterests(new PageRequest()))).Demand().Rows);
    }

    [OnEveryDatabase]
    public async Task Sales_may_look_at_templates_but_not_change_them(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var karin = await portal.UserAsync("Karin Lindqvist", "Sales");
        Assert.True((await portal.AskAsync(new FindRoleTemplates(new PageRequest()), karin)).Succeeded);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, []), karin)).Refusal);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new SaveSolutionInterest(null, "Fleet", null, 1), karin)).Refusal);
    }

    [OnEveryDatabase]
    public async Task Every_change_leaves_an_audit_entry(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new SaveRoleTemplate(null, "Fleet", null, [new(Influencer)]))).Demand();
        (await portal.SendAsync(new PublishRoleTemplate(id))).Demand();
        await using var context = portal.Open();
        var entries = await context.AuditEntries.Where(e => e.SubjectKind == "RoleTemplate").OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["SaveRoleTemplate", "PublishRoleTemplate"], entries.Select(e => e.Action));
        Assert.All(entries, e => Assert.Equal($"{id}", e.SubjectId));
        Assert.Contains("live", entries[1].After, StringComparison.Ordinal);
    }

    private static RoleCardDraft Assigned(int role, string title) => new(role, AutoAssign: true, Condition: TitleContains(title));

    private static ConditionGroup TitleContains(string text) => new(MatchKind.All, [FieldFilter.Of("jobTitle", ConditionOperator.Contains, text)]);
}
