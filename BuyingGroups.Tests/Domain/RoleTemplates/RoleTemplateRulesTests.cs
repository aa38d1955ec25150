using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Tests.Domain.RoleTemplates;

public sealed class RoleTemplateRulesTests
{
    private static readonly ConditionCatalog Catalog = new() { Now = DateTime.UnixEpoch };
    private static readonly Dictionary<int, string> Roles = new() { [1] = "Decision Maker", [2] = "Influencer" };
    private static readonly Condition TitleIsVp = new ConditionGroup(MatchKind.All, [FieldFilter.Of("jobTitle", ConditionOperator.Contains, "vp")]);

    [Fact]
    public void A_template_without_roles_cannot_be_published() =>
        Assert.Equal(new RoleTemplateEmpty("Fleet"), RoleTemplateRules.ToPublish(Template()));

    [Fact]
    public void A_live_template_cannot_be_published_changed_or_deleted()
    {
        var live = Template(new RoleCard { RoleId = 1 });
        live.Status = PublicationStatus.Live;
        Assert.IsType<AlreadyLive>(RoleTemplateRules.ToPublish(live));
        Assert.IsType<RoleTemplateIsLive>(RoleTemplateRules.ToChangeCards(live));
        Assert.IsType<OnlyDraftsDeleted>(RoleTemplateRules.ToDelete(live));
    }

    [Fact]
    public void A_draft_with_a_role_can_be_published_changed_and_deleted()
    {
        var draft = Template(new RoleCard { RoleId = 1 });
        Assert.Null(RoleTemplateRules.ToPublish(draft));
        Assert.Null(RoleTemplateRules.ToChangeCards(draft));
        Assert.Null(RoleTemplateRules.ToDelete(draft));
    }

    [Fact]
    public void Cards_that_fit_are_let_through() =>
        Assert.Empty(RoleTemplateRules.CheckCards(Template(new RoleCard { RoleId = 1, AutoAssign = true, Condition = TitleIsVp }, new RoleCard { RoleId = 2 }), Roles, Catalog));

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void A_role_needs_between_one_and_fifty_members(int members) =>
        Assert.Equal([new MembersRequiredOutOfRange("Decision Maker", 50)], Problems(new RoleCard { RoleId = 1, MembersRequired = members }));

    [Fact]
    public void A_role_stands_once_in_a_template() =>
        Assert.Equal([new RoleTwice("Decision Maker")], Problems(new RoleCard { RoleId = 1 }, new RoleCard { RoleId = 1 }));

    [Fact]
    public void A_role_that_is_gone_is_named() => Assert.IsType<NotFound>(Assert.Single(Problems(new RoleCard { RoleId = 9 })));

    [Fact]
    public void A_role_that_the_portal_assigns_says_to_whom()
    {
        Assert.Equal([new ConditionOfRoleMissing("Influencer")], Problems(new RoleCard { RoleId = 2, AutoAssign = true }));
        Assert.Equal([new ConditionOfRoleMissing("Influencer")], Problems(new RoleCard { RoleId = 2, AutoAssign = true, Condition = ConditionGroup.Everything }));
    }

    [Fact]
    public void A_condition_that_names_something_unknown_is_refused_with_the_role()
    {
        var unknown = new ConditionGroup(MatchKind.All, [FieldFilter.Of("custom:99", ConditionOperator.Is, "x")]);
        var problem = Assert.IsType<ConditionOfRoleWrong>(Assert.Single(Problems(new RoleCard { RoleId = 1, AutoAssign = true, Condition = unknown })));
        Assert.Equal("Decision Maker", problem.Role);
    }

    [Fact]
    public void The_condition_of_a_role_filled_by_hand_does_not_matter() =>
        Assert.Empty(Problems(new RoleCard { RoleId = 1, AutoAssign = false, Condition = ConditionGroup.Everything }));

    [Fact]
    public void Default_roles_stay_and_twenty_are_enough()
    {
        Assert.IsType<DefaultRoleFixed>(RoleTemplateRules.ToChange(new BuyingGroupRole { Name = "Champion", Abbreviation = "CH", IsDefault = true }));
        Assert.Null(RoleTemplateRules.ToChange(new BuyingGroupRole { Name = "Legal", Abbreviation = "LE" }));
        Assert.Null(RoleTemplateRules.ToAddRole(19));
        Assert.Equal(new TooMany("roles", 20), RoleTemplateRules.ToAddRole(20));
        Assert.Equal(new TooMany("personas", 20), RoleTemplateRules.ToAddPersona(20));
    }

    [Theory]
    [InlineData("Legal", "LE")]
    [InlineData("Economic Buyer", "EB")]
    [InlineData("Chief of Staff", "COS")]
    [InlineData("Inflator", "INF")]
    [InlineData("D", "D1")]
    [InlineData("採購", "採購")]
    public void A_role_gets_a_short_form_that_is_free(string name, string abbreviation) =>
        Assert.Equal(abbreviation, RoleTemplateRules.Abbreviate(name, ["DM", "IN", "PR", "EX", "CH", "OT"]));

    private static IReadOnlyList<Refusal> Problems(params RoleCard[] cards) => RoleTemplateRules.CheckCards(Template(cards), Roles, Catalog);

    private static RoleTemplate Template(params RoleCard[] cards)
    {
        var template = new RoleTemplate { Name = "Fleet" };
        foreach (var card in cards)
            template.Cards.Add(card);
        return template;
    }
}
