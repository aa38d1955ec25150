using System.Text.Json;
using BuyingGroups.Domain.Conditions;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

public sealed class ConditionJsonTests
{
    [Fact]
    public void The_stored_form_is_stable()
    {
        var condition = All(Filter("industry", ConditionOperator.IsAnyOf, "Logistics", "Trä & sjö"), new HasFilter("people", ConditionOperator.GreaterOrEqual, 2, Any(Filter("jobTitle", ConditionOperator.Contains, "VP"))));
        const string json = """{"kind":"group","match":"all","conditions":[{"kind":"field","attribute":"industry","operator":"isAnyOf","values":["Logistics","Trä & sjö"]},{"kind":"has","relation":"people","comparison":"greaterOrEqual","count":2,"where":{"match":"any","conditions":[{"kind":"field","attribute":"jobTitle","operator":"contains","values":["VP"]}]}}]}""";

        Assert.Equal(json, ConditionJson.Write(condition));
        Assert.Equal(condition, ConditionJson.Read(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"kind":"spell"}""")]
    [InlineData("""{"kind":"group","match":"all"}""")]
    [InlineData("""{"kind":"group","match":"all","conditions":null}""")]
    [InlineData("""{"kind":"group","match":"all","conditions":[null]}""")]
    [InlineData("""{"kind":"group","match":"some","conditions":[]}""")]
    [InlineData("""{"kind":"group","match":3,"conditions":[]}""")]
    [InlineData("""{"kind":"field","attribute":"industry","operator":"is","values":[null]}""")]
    [InlineData("""{"kind":"field","attribute":null,"operator":"is","values":["x"]}""")]
    [InlineData("""{"kind":"has","relation":"people","comparison":"equal","count":1,"where":null}""")]
    public void What_cannot_be_read_is_kept_and_named(string json)
    {
        Assert.ThrowsAny<JsonException>(() => ConditionJson.Read(json));
        var stored = ConditionJson.ReadStored(json);

        Assert.Equal(new UnreadableCondition(json), stored);
        Assert.Equal(json, ConditionJson.Write(stored));
    }

    [Fact]
    public void A_thousand_levels_are_refused_without_a_crash()
    {
        var json = string.Concat(Enumerable.Repeat("""{"kind":"group","match":"all","conditions":[""", 1000)) + string.Concat(Enumerable.Repeat("]}", 1000));

        Assert.IsType<UnreadableCondition>(ConditionJson.ReadStored(json));
    }
}
