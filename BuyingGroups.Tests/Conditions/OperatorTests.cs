using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Opportunities;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

public sealed class OperatorTests
{
    [Theory]
    [InlineData(ConditionOperator.Is, "vp sales", "VP Sales", true)]
    [InlineData(ConditionOperator.Is, " VP SALES ", "vp sales", true)]
    [InlineData(ConditionOperator.Is, "VP", "VP Sales", false)]
    [InlineData(ConditionOperator.Is, "VP", null, false)]
    [InlineData(ConditionOperator.Is, "ÅSA", "åsa", true)]
    [InlineData(ConditionOperator.Is, "asa", "Åsa", false)]
    [InlineData(ConditionOperator.IsNot, "VP", "CEO", true)]
    [InlineData(ConditionOperator.IsNot, "VP", "vp", false)]
    [InlineData(ConditionOperator.IsNot, "VP", null, true)]
    [InlineData(ConditionOperator.StartsWith, "vp", "VP Sales", true)]
    [InlineData(ConditionOperator.StartsWith, "sales", "VP Sales", false)]
    [InlineData(ConditionOperator.StartsWith, "vp", null, false)]
    [InlineData(ConditionOperator.StartsWith, "ss", "ßeta", false)]
    [InlineData(ConditionOperator.DoesNotStartWith, "vp", "Sales VP", true)]
    [InlineData(ConditionOperator.DoesNotStartWith, "vp", "VP", false)]
    [InlineData(ConditionOperator.DoesNotStartWith, "vp", null, true)]
    [InlineData(ConditionOperator.EndsWith, "SALES", "VP Sales", true)]
    [InlineData(ConditionOperator.EndsWith, "vp", "VP Sales", false)]
    [InlineData(ConditionOperator.EndsWith, "vp", null, false)]
    [InlineData(ConditionOperator.Contains, "p s", "VP Sales", true)]
    [InlineData(ConditionOperator.Contains, "%", "VP Sales", false)]
    [InlineData(ConditionOperator.Contains, "_", "VP Sales", false)]
    [InlineData(ConditionOperator.Contains, "100%", "100% owner", true)]
    [InlineData(ConditionOperator.Contains, "vp", null, false)]
    [InlineData(ConditionOperator.DoesNotContain, "vp", "CEO", true)]
    [InlineData(ConditionOperator.DoesNotContain, "vp", "SVP", false)]
    [InlineData(ConditionOperator.DoesNotContain, "vp", null, true)]
    public void Text_compares_without_case_and_a_missing_text_matches_only_what_says_not(ConditionOperator @operator, string value, string? title, bool expected) =>
        Assert.Equal(expected, Filter("jobTitle", @operator, value).Matches(Person(title)));

    [Theory]
    [InlineData(ConditionOperator.IsEmpty, null, true)]
    [InlineData(ConditionOperator.IsEmpty, "   ", true)]
    [InlineData(ConditionOperator.IsEmpty, "CEO", false)]
    [InlineData(ConditionOperator.IsNotEmpty, null, false)]
    [InlineData(ConditionOperator.IsNotEmpty, "CEO", true)]
    public void Empty_means_no_text_or_only_spaces(ConditionOperator @operator, string? title, bool expected) =>
        Assert.Equal(expected, Filter("jobTitle", @operator).Matches(Person(title)));

    [Theory]
    [InlineData("Logistics", true)]
    [InlineData("TRANSPORT", true)]
    [InlineData("Banking", false)]
    [InlineData(null, false)]
    public void Any_of_is_a_list_of_whole_values(string? industry, bool expected)
    {
        var account = Account();
        account.Industry = industry;

        Assert.Equal(expected, Filter("industry", ConditionOperator.IsAnyOf, "logistics", "transport").Matches(account));
    }

    [Theory]
    [InlineData(ConditionOperator.Equal, "200", 200, true)]
    [InlineData(ConditionOperator.Equal, "200", null, false)]
    [InlineData(ConditionOperator.NotEqual, "200", 199, true)]
    [InlineData(ConditionOperator.NotEqual, "200", 200, false)]
    [InlineData(ConditionOperator.NotEqual, "200", null, true)]
    [InlineData(ConditionOperator.Less, "200", 199, true)]
    [InlineData(ConditionOperator.Less, "200", 200, false)]
    [InlineData(ConditionOperator.Less, "200", null, false)]
    [InlineData(ConditionOperator.LessOrEqual, "200", 200, true)]
    [InlineData(ConditionOperator.LessOrEqual, "200", 201, false)]
    [InlineData(ConditionOperator.Greater, "200", 201, true)]
    [InlineData(ConditionOperator.Greater, "200", 200, false)]
    [InlineData(ConditionOperator.Greater, "-1", null, false)]
    [InlineData(ConditionOperator.GreaterOrEqual, "200", 200, true)]
    [InlineData(ConditionOperator.GreaterOrEqual, "200", 199, false)]
    [InlineData(ConditionOperator.GreaterOrEqual, "0", null, false)]
    public void A_missing_number_is_neither_less_nor_greater_but_is_not_equal(ConditionOperator @operator, string value, int? employees, bool expected)
    {
        var account = Account();
        account.NumberOfEmployees = employees;

        Assert.Equal(expected, Filter("numberOfEmployees", @operator, value).Matches(account));
    }

    [Theory]
    [InlineData("10.5", true)]
    [InlineData("10.4999", false)]
    [InlineData("20.25", true)]
    [InlineData("20.2501", false)]
    public void Between_includes_both_ends(string revenue, bool expected)
    {
        var account = Account();
        account.AnnualRevenue = decimal.Parse(revenue, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, Filter("annualRevenue", ConditionOperator.Between, "10.5", "20.25").Matches(account));
    }

    [Theory]
    [InlineData(ConditionOperator.Equal, "2026-02-01", true)]
    [InlineData(ConditionOperator.Less, "2026-02-01", false)]
    [InlineData(ConditionOperator.Less, "2026-02-02", true)]
    [InlineData(ConditionOperator.LessOrEqual, "2026-02-01", true)]
    [InlineData(ConditionOperator.Greater, "2026-01-31", true)]
    [InlineData(ConditionOperator.Greater, "2026-02-01", false)]
    [InlineData(ConditionOperator.GreaterOrEqual, "2026-02-01", true)]
    [InlineData(ConditionOperator.NotEqual, "2026-02-01", false)]
    public void A_moment_is_compared_by_its_day(ConditionOperator @operator, string day, bool expected)
    {
        var account = Account();
        account.CreatedAt = new DateTime(2026, 2, 1, 23, 59, 59, DateTimeKind.Utc);

        Assert.Equal(expected, Filter("createdAt", @operator, day).Matches(account));
    }

    [Theory]
    [InlineData("2026-02-23T09:00:00Z", true)]
    [InlineData("2026-02-23T08:59:59Z", false)]
    [InlineData("2026-03-02T09:00:00Z", true)]
    [InlineData("2026-03-02T09:00:01Z", false)]
    public void The_last_7_days_end_now_and_begin_7_days_before_now(string moment, bool expected)
    {
        var account = Account();
        account.CreatedAt = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        Assert.Equal(expected, Filter("createdAt", ConditionOperator.InLastDays, "7").Matches(account));
    }

    [Theory]
    [InlineData(true, ConditionOperator.IsTrue, true)]
    [InlineData(true, ConditionOperator.IsFalse, false)]
    [InlineData(false, ConditionOperator.IsFalse, true)]
    [InlineData(null, ConditionOperator.IsTrue, false)]
    [InlineData(null, ConditionOperator.IsFalse, false)]
    public void A_missing_yes_or_no_is_neither(bool? value, ConditionOperator @operator, bool expected)
    {
        var account = Account();
        if (value is not null)
            account.With(new AccountFieldValue { FieldId = 4, Boolean = value });

        Assert.Equal(expected, Filter("custom:4", @operator).Matches(account));
    }

    [Fact]
    public void A_custom_field_without_a_row_is_missing_like_one_with_an_empty_row()
    {
        var other = Account().With(new AccountFieldValue { FieldId = 2, Number = 5 });
        var empty = Account().With(new AccountFieldValue { FieldId = 1 });

        foreach (var account in new[] { Account(), other, empty })
        {
            Assert.True(Filter("custom:1", ConditionOperator.IsEmpty).Matches(account));
            Assert.True(Filter("custom:1", ConditionOperator.IsNot, "Gold").Matches(account));
            Assert.False(Filter("custom:1", ConditionOperator.Is, "Gold").Matches(account));
        }
    }

    [Theory]
    [InlineData(ConditionOperator.Is, true)]
    [InlineData(ConditionOperator.IsNot, false)]
    public void One_of_several_roles_in_the_account_is_enough(ConditionOperator @operator, bool expected)
    {
        var person = Person().With("Employee").With("Owner");

        Assert.Equal(expected, Filter("roleInAccount", @operator, "owner").Matches(person));
        Assert.Equal(!expected, Filter("roleInAccount", @operator, "contractor").Matches(person));
    }

    [Theory]
    [InlineData("SVP Sales", ConditionOperator.Is, true)]
    [InlineData("CEO", ConditionOperator.Is, false)]
    [InlineData("CEO", ConditionOperator.IsNot, true)]
    [InlineData(null, ConditionOperator.IsNot, true)]
    public void A_persona_stands_for_its_condition(string? title, ConditionOperator @operator, bool expected) =>
        Assert.Equal(expected, Filter("persona", @operator, "1").Matches(Person(title)));

    [Theory]
    [InlineData(ConditionOperator.GreaterOrEqual, 2, true)]
    [InlineData(ConditionOperator.GreaterOrEqual, 3, false)]
    [InlineData(ConditionOperator.Equal, 2, true)]
    [InlineData(ConditionOperator.LessOrEqual, 1, false)]
    [InlineData(ConditionOperator.Equal, 0, false)]
    public void Has_people_counts_those_that_match(ConditionOperator comparison, int count, bool expected)
    {
        var account = Account().With(Person("VP Sales"), Person("VP Finance"), Person("CEO"));

        Assert.Equal(expected, new HasFilter("people", comparison, count, All(Filter("jobTitle", ConditionOperator.StartsWith, "VP"))).Matches(account));
    }

    [Fact]
    public void A_matched_group_must_meet_every_constraint_itself()
    {
        var account = Account();
        account.BuyingGroups.Add(Group(solutionInterest: 1, stage: 1, completeness: 80, fills: (DecisionMaker, 1)));
        account.BuyingGroups.Add(Group(solutionInterest: 2, stage: 2, completeness: 20));

        Condition Has(string solution, string stage) =>
            HasFilter.Some("buyingGroups", Filter("solutionInterest", ConditionOperator.Is, solution), Filter("stage", ConditionOperator.Is, stage));

        Assert.True(Has("1", "1").Matches(account));
        Assert.False(Has("1", "2").Matches(account));
        Assert.True(HasFilter.Some("buyingGroups", Filter("peopleInRole:1", ConditionOperator.Less, "1"), Filter("completeness", ConditionOperator.Less, "50")).Matches(account));
        Assert.False(HasFilter.Some("buyingGroups", Filter("peopleInRole:1", ConditionOperator.GreaterOrEqual, "1"), Filter("peopleInRole:2", ConditionOperator.GreaterOrEqual, "1")).Matches(account));
    }

    [Fact]
    public void A_removed_member_is_no_member_unless_asked_for()
    {
        var removed = Person().Member(Group(), Influencer, active: false);

        Assert.False(HasFilter.Some("memberships").Matches(removed));
        Assert.True(HasFilter.None("memberships").Matches(removed));
        Assert.True(HasFilter.Some("memberships", Filter("removed", ConditionOperator.IsTrue), Filter("role", ConditionOperator.Is, "2")).Matches(removed));
        Assert.False(HasFilter.Some("memberships", Filter("removed", ConditionOperator.IsFalse)).Matches(removed));
    }

    [Theory]
    [InlineData("open", false, false, true)]
    [InlineData("closed", true, false, true)]
    [InlineData("closed", true, true, true)]
    [InlineData("won", true, true, true)]
    [InlineData("won", true, false, false)]
    [InlineData("OPEN", true, true, false)]
    public void Opportunities_are_open_closed_or_won(string state, bool isClosed, bool isWon, bool expected)
    {
        var account = Account();
        account.Opportunities.Add(new Opportunity { SourceKey = "o", Name = "Deal", IsClosed = isClosed, IsWon = isWon, Amount = 50_000 });

        Assert.Equal(expected, HasFilter.Some("opportunities", Filter("state", ConditionOperator.Is, state), Filter("amount", ConditionOperator.GreaterOrEqual, "50000")).Matches(account));
    }

    [Fact]
    public void Groups_nest()
    {
        var condition = All(Filter("industry", ConditionOperator.Is, "Logistics"), Any(Filter("billingCountry", ConditionOperator.Is, "Sweden"), Filter("custom:5", ConditionOperator.Is, "emea")));
        var account = Account().With(new AccountFieldValue { FieldId = 5, Text = "EMEA" });
        account.Industry = "Logistics";

        Assert.True(condition.Matches(account));
        account.Industry = "Banking";
        Assert.False(condition.Matches(account));
    }

    [Fact]
    public void The_culture_of_the_thread_has_no_say()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            // Turkish knows a dotless ı; German sees ß and ss as one.
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            Assert.True(Filter("jobTitle", ConditionOperator.StartsWith, "INFO").Matches(Person("Information officer")));
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.False(Filter("jobTitle", ConditionOperator.EndsWith, "strasse").Matches(Person("Hauptstraße")));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Activity_history_looks_at_type_window_and_what_is_known()
    {
        var person = Person("VP").Did(ActivityType.PageViews, Now.AddDays(-3), ("page", "/Pricing/fleet")).Did(ActivityType.PageViews, Now.AddDays(-20), ("page", "/careers"))
            .Did(ActivityType.FormFilledOut, Now.AddDays(-90));
        FieldFilter views = Filter("type", ConditionOperator.Is, "7"), lately = Filter("occurredAt", ConditionOperator.InLastDays, "30"), pricing = Filter("attribute:page", ConditionOperator.Contains, "pricing");

        Assert.True(HasFilter.Some("activities", views, lately, pricing).Matches(person));
        Assert.True(new HasFilter("activities", ConditionOperator.GreaterOrEqual, 2, All(views, lately)).Matches(person));
        Assert.False(new HasFilter("activities", ConditionOperator.GreaterOrEqual, 2, All(views, lately, pricing)).Matches(person));
        Assert.False(HasFilter.Some("activities", Filter("type", ConditionOperator.Is, "4"), lately).Matches(person));
    }

    [Fact]
    public void Inactivity_is_no_activity_in_the_window()
    {
        var quiet = HasFilter.None("activities", Filter("occurredAt", ConditionOperator.InLastDays, "30"));

        Assert.True(quiet.Matches(Person("VP")));
        Assert.True(quiet.Matches(Person("VP").Did(ActivityType.FormFilledOut, Now.AddDays(-31))));
        Assert.False(quiet.Matches(Person("VP").Did(ActivityType.FormFilledOut, Now.AddDays(-30))));
    }

    [Fact]
    public void Activity_history_reads_back_plainly()
    {
        var condition = All(new HasFilter(
            "activities", ConditionOperator.GreaterOrEqual, 3, All(Filter("type", ConditionOperator.Is, "7"), Filter("occurredAt", ConditionOperator.InLastDays, "30"), Filter("attribute:page", ConditionOperator.Contains, "pricing"))));

        Assert.Equal(
            "People where there are at least 3 activities where (type of activity is Page Views, time of activity is in the last 30 days and page contains pricing)",
            Sentence.Of(condition, ConditionScope.Person));
        Assert.Equal(
            [nameof(OptionUnknown), nameof(AttributeUnknown)],
            ConditionValidation.Of(All(HasFilter.Some("activities", Filter("type", ConditionOperator.Is, "99"), Filter("attribute:colour", ConditionOperator.IsNotEmpty))), ConditionScope.Person, Catalog).Select(problem => problem.Refusal.Name));
    }
}
