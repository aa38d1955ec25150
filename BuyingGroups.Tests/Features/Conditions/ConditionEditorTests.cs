using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Conditions.Editor;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Clock;
using BuyingGroups.Tests.Databases;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Features.Conditions;

/// <summary>The editor on a real database: three accounts, two of them in logistics.</summary>
public sealed class ConditionEditorTests : ComponentTest, IAsyncLifetime
{
    private static readonly FieldFilter Logistics = Filter("industry", ConditionOperator.Is, "Logistics");
    private static readonly FieldFilter Sweden = Filter("billingCountry", ConditionOperator.Is, "Sweden");

    private TestDatabase database = default!;
    private Condition? condition;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await database.Portal.WriteAsync(
            (context, token) =>
            {
                var alfa = new Account { SourceKey = "a", Name = "Alfa", Industry = "Logistics", BillingCountry = "Sweden" };
                alfa.People.Add(new Person { SourceKey = "p", Email = "p@example.com", JobTitle = "VP" });
                context.AddRange(alfa, new Account { SourceKey = "b", Name = "Beta", Industry = "Logistics" }, new Account { SourceKey = "c", Name = "Gamma", Industry = "Banking" });
                return context.SaveChangesAsync(token);
            },
            CancellationToken.None);
        Services.AddLogging().AddSingleton<TimeProvider>(new SettableClock()).AddSingleton(database.Portal).AddGateway(typeof(Gateway).Assembly);
        Services.AddHttpContextAccessor();
        this.AddAuthorization().SetAuthorized("Anna").SetClaims(new Claim(ClaimTypes.NameIdentifier, "1"), new Claim(PortalRole.PermissionClaim, Permissions.AccountsView));
        JSInterop.SetupModule("./Features/Conditions/Editor/ConditionEditor.razor.js").Mode = JSRuntimeMode.Loose;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public void It_shows_the_sentence_and_how_many_match_now()
    {
        var editor = Show(All(Logistics, Sweden));

        Assert.Equal("Accounts where industry is Logistics and billing country is Sweden", Sentence(editor));
        editor.WaitForAssertion(() => Assert.Equal("1", editor.Find(".big").TextContent));
        Assert.Contains("of 3 accounts", editor.Markup, StringComparison.Ordinal);
        editor.WaitForAssertion(() => Assert.Equal(["2", "1"], editor.FindAll(".count").Select(count => count.TextContent)));
        Assert.Equal("Alfa", editor.Find(".sample .m").TextContent);
    }

    [Fact]
    public async Task A_click_in_the_palette_adds_a_filter_that_says_what_it_lacks()
    {
        var editor = Show(null);

        await Palette(editor, "Industry").ClickAsync();

        Assert.Equal(All(Filter("industry", ConditionOperator.Is)), condition);
        Assert.Contains("Industry has no value to compare with", editor.Find("[role=status].warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("Finish the marked filters", editor.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entering_a_value_changes_condition_sentence_and_count()
    {
        var editor = Show(All(Filter("industry", ConditionOperator.Is)));

        await editor.InvokeAsync(() => editor.Find("[data-item='0'] [data-value]").ChangeAsync("Banking"));

        Assert.Equal(All(Filter("industry", ConditionOperator.Is, "Banking")), condition);
        Assert.Equal("Accounts where industry is Banking", Sentence(editor));
        editor.WaitForAssertion(() => Assert.Equal("1", editor.Find(".big").TextContent), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Field_and_comparison_are_chosen_from_lists_and_keep_what_still_fits()
    {
        var editor = Show(All(Logistics));

        await editor.InvokeAsync(() => editor.Find("select[aria-label=Field]").ChangeAsync("billingCity"));
        Assert.Equal(All(Filter("billingCity", ConditionOperator.Is, "Logistics")), condition);
        await editor.InvokeAsync(() => editor.Find("select[aria-label=Comparison]").ChangeAsync(nameof(ConditionOperator.IsAnyOf)));
        await editor.InvokeAsync(() => editor.Find("[data-item='0'] [data-value]").ChangeAsync("Lund"));
        Assert.Equal(All(Filter("billingCity", ConditionOperator.IsAnyOf, "Logistics", "Lund")), condition);
        await editor.InvokeAsync(() => editor.Find("[aria-label='Remove Logistics']").ClickAsync());
        await editor.InvokeAsync(() => editor.Find("select[aria-label=Field]").ChangeAsync("numberOfEmployees"));
        Assert.Equal(All(Filter("numberOfEmployees", ConditionOperator.GreaterOrEqual)), condition);
    }

    [Fact]
    public void Something_deleted_is_named_at_its_place_and_nothing_is_counted()
    {
        var editor = Show(All(Logistics, Any(Filter("custom:99", ConditionOperator.Is, "EMEA"))));

        Assert.Contains("custom:99", editor.Find("[data-item='1.0'] [role=status].bad").TextContent, StringComparison.Ordinal);
        Assert.Empty(editor.FindAll("[data-item='0'] .bad[role=status]"));
        Assert.Empty(editor.FindAll(".big"));
    }

    [Fact]
    public async Task The_menu_moves_copies_and_removes_without_a_pointer()
    {
        var editor = Show(All(Logistics, Any(Sweden)));

        await (await MenuAsync(editor, "0", "Move to: billing country is Sweden")).ClickAsync();
        Assert.Equal(All(Any(Sweden, Logistics)), condition);
        await (await MenuAsync(editor, "0.1", "Move to the outermost group")).ClickAsync();
        Assert.Equal(All(Any(Sweden), Logistics), condition);
        await (await MenuAsync(editor, "1", "Duplicate")).ClickAsync();
        Assert.Equal(All(Any(Sweden), Logistics, Logistics), condition);
        await (await MenuAsync(editor, "1", "Remove")).ClickAsync();
        Assert.Equal(All(Any(Sweden), Logistics), condition);
        await (await MenuAsync(editor, "1", "Put into a new group")).ClickAsync();
        Assert.Equal(All(Any(Sweden), Any(Logistics)), condition);
    }

    [Fact]
    public async Task Alt_and_an_arrow_move_a_filter_among_its_neighbours()
    {
        var editor = Show(All(Logistics, Sweden));

        await editor.Find("[data-item='0'] .cf").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown", AltKey = true });
        Assert.Equal(All(Sweden, Logistics), condition);
        await editor.Find("[data-item='1'] .cf").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        Assert.Equal(All(Logistics, Sweden), condition);
        await editor.Find("[data-item='0'] .cf").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        Assert.Equal(All(Logistics, Sweden), condition);
    }

    [Fact]
    public async Task What_the_pointer_drops_arrives_where_it_fits_and_nowhere_else()
    {
        var editor = Show(All(Logistics, HasFilter.Some("people", Filter("jobTitle", ConditionOperator.Is, "VP"))));
        Task Drop(string payload, string group, int index) => editor.InvokeAsync(() => editor.Instance.DropAsync(payload, group, index));

        await Drop("new:billingCountry", "", 0);
        Assert.Equal(Filter("billingCountry", ConditionOperator.Is), condition!.At(new("0")));
        await Drop("move:0", "", 99);
        Assert.Equal(Filter("billingCountry", ConditionOperator.Is), condition!.At(new("2")));
        var before = condition;
        await Drop("move:0", "1.0", 0);
        await Drop("new:industry", "1.0", 0);
        await Drop("new:nonsense", "", 0);
        await Drop("move:9", "", 0);
        await Drop("nonsense", "x.y", -5);
        Assert.Equal(before, condition);
    }

    [Fact]
    public async Task A_has_filter_takes_constraints_about_what_it_counts()
    {
        var editor = Show(null);

        await Palette(editor, "Has people").ClickAsync();
        await editor.InvokeAsync(() => editor.Find("[aria-label='Add a constraint']").ClickAsync());
        await editor.InvokeAsync(() => editor.FindAll(".chooser .ppal").First(item => item.TextContent.Contains("Job title", StringComparison.Ordinal)).ClickAsync());
        await editor.InvokeAsync(() => editor.Find("[data-item='0.0.0'] [data-value]").ChangeAsync("VP"));
        await editor.InvokeAsync(() => editor.Find("[aria-label='How many']").ChangeAsync("none"));

        Assert.Equal(ConditionJson.Write(All(HasFilter.None("people", Filter("jobTitle", ConditionOperator.Is, "VP")))), ConditionJson.Write(condition!));
        editor.WaitForAssertion(() => Assert.Equal("2", editor.Find(".big").TextContent), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Reading_only_offers_nothing_to_change()
    {
        var editor = Show(All(Logistics, Any(Sweden)), parameters => parameters.Add(one => one.ReadOnly, true));

        Assert.Empty(editor.FindAll(".tree button, .tree select, .tree input, .palette"));
        Assert.Contains("billing country is Sweden", editor.Find(".tree").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_are_taken_back_one_by_one_and_made_again()
    {
        var editor = Show(All(Logistics));
        Assert.All(Steps(editor), button => Assert.True(button.HasAttribute("disabled")));
        await Palette(editor, "Billing country").ClickAsync();
        await Palette(editor, "Industry").ClickAsync();
        var both = condition;

        await Steps(editor)[0].ClickAsync();
        Assert.Equal(All(Logistics, Filter("billingCountry", ConditionOperator.Is)), condition);
        await editor.InvokeAsync(editor.Instance.UndoAsync);
        Assert.Equal(All(Logistics), condition);
        await editor.InvokeAsync(editor.Instance.UndoAsync);
        Assert.Equal(All(Logistics), condition);
        Assert.True(Steps(editor)[0].HasAttribute("disabled"));

        await editor.InvokeAsync(editor.Instance.RedoAsync);
        await Steps(editor)[1].ClickAsync();
        Assert.Equal(both, condition);
        await Steps(editor)[0].ClickAsync();
        await Palette(editor, "Phone").ClickAsync();
        Assert.True(Steps(editor)[1].HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_condition_that_cannot_be_read_can_be_built_again()
    {
        var editor = Show(new UnreadableCondition("{"));

        await editor.InvokeAsync(() => editor.FindAll(".tree button").Single(button => button.TextContent.Contains("Build the condition again", StringComparison.Ordinal)).ClickAsync());

        Assert.Equal(Condition.Everything, condition);
    }

    [Fact]
    public async Task A_persona_is_built_from_fields_only()
    {
        var editor = Show(null, parameters => parameters.Add(one => one.FieldsOnly, true).Add(one => one.Scope, ConditionScope.Person));

        var offered = editor.FindAll(".palette .ppal").Select(item => item.GetAttribute("data-name")).ToList();
        Assert.Contains("Job title", offered);
        Assert.DoesNotContain("Persona", offered);
        Assert.DoesNotContain("Member of buying group", offered);
        Assert.DoesNotContain(editor.FindAll(".tree .btn"), button => button.TextContent.Contains("Group", StringComparison.Ordinal));
    }

    private static string Sentence(IRenderedComponent<ConditionEditor> editor) => editor.Find(".side .sent").TextContent;

    private static IElement Palette(IRenderedComponent<ConditionEditor> editor, string label) =>
        editor.FindAll(".palette .ppal").Single(item => string.Equals(item.GetAttribute("data-name"), label, StringComparison.Ordinal));

    private static IReadOnlyList<IElement> Steps(IRenderedComponent<ConditionEditor> editor) => editor.FindAll(".steps button");

    private static async Task<IElement> MenuAsync(IRenderedComponent<ConditionEditor> editor, string path, string text)
    {
        await editor.InvokeAsync(() => editor.Find($"[data-item='{path}'] [data-drag='move:{path}'] button").ClickAsync());
        return editor.FindAll($"[data-drag='move:{path}'] [role=menuitem]").First(item => item.TextContent.Contains(text, StringComparison.Ordinal));
    }

    private IRenderedComponent<ConditionEditor> Show(Condition? start, Action<ComponentParameterCollectionBuilder<ConditionEditor>>? more = null)
    {
        condition = start;
        var editor = Render<ConditionEditor>(parameters =>
        {
            parameters.Bind(one => one.Condition, start, changed => condition = changed);
            more?.Invoke(parameters);
        });
        editor.WaitForElement(".editor", TimeSpan.FromSeconds(10));
        return editor;
    }
}
