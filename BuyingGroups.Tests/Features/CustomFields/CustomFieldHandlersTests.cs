using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Features.Accounts.AccountWorld;

namespace BuyingGroups.Tests.Features.CustomFields;

public sealed class CustomFieldHandlersTests
{
    [OnEveryDatabase]
    public async Task A_field_is_declared_renamed_and_gets_more_choices(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Choice, " Tier ", ["Gold"]))).Demand().Id;
        (await portal.SendAsync(new RenameCustomField(id, 1, "Level"))).Demand();
        (await portal.SendAsync(new AddChoices(id, 2, ["Silver", "gold"]))).Demand();

        var field = Assert.Single((await portal.AskAsync(new FindCustomFields())).Demand().Fields);
        Assert.Equal(("Level", 3), (field.Name, field.Version));
        Assert.Equal(["Gold", "Silver"], field.Choices);
    }

    [OnEveryDatabase]
    public async Task What_does_not_fit_is_refused(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var id = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Text, "Tier", []))).Demand().Id;

        Assert.IsType<NameTaken>((await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Date, "TIER", []))).Refusal);
        Assert.True((await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Person, CustomFieldKind.Date, "Tier", []))).Succeeded);
        Assert.IsType<NoChoices>((await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Choice, "Level", []))).Refusal);
        Assert.IsType<NotAChoiceField>((await portal.SendAsync(new AddChoices(id, 1, ["Gold"]))).Refusal);
        Assert.IsType<ChangedByOthers>((await portal.SendAsync(new RenameCustomField(id, 7, "Level"))).Refusal);
        Assert.IsType<NotFound>((await portal.SendAsync(new DeleteCustomField(999))).Refusal);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new DeleteCustomField(id), anna)).Refusal);
    }

    [OnEveryDatabase]
    public async Task A_field_in_use_stays_and_says_what_uses_it(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Text, "Tier", []))).Demand().Id;
        var account = await portal.AccountAsync("Northwind");
        (await portal.SendAsync(new EditAccount(account.Id, 1, Values(($"custom:{id}", "Gold")), null, null))).Demand();
        var filter = FieldFilter.Of(ConditionCatalog.CustomFieldKey(id), ConditionOperator.Is, "Gold");
        var audience = new Audience { Name = "Gold accounts", Condition = new ConditionGroup(MatchKind.All, [new ConditionGroup(MatchKind.Any, [filter])]) };
        await portal.Database.AddAsync(audience);

        Assert.Equal(new CustomFieldInUse("Tier", "audience Gold accounts"), (await portal.SendAsync(new DeleteCustomField(id, WithValues: true))).Refusal);
        await using (var context = portal.Open())
            await context.Audiences.ExecuteDeleteAsync();
        Assert.Equal(new CustomFieldHasValues("Tier", 1), (await portal.SendAsync(new DeleteCustomField(id))).Refusal);
        (await portal.SendAsync(new DeleteCustomField(id, WithValues: true))).Demand();
        Assert.Empty((await portal.AskAsync(new FindCustomFields(CustomFieldTarget.Account))).Demand().Fields);
        Assert.Empty((await portal.AskAsync(new GetAccount(account.Id))).Demand().Account.FieldValues);
    }
}
