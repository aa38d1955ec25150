using BuyingGroups.Domain.Conditions;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

public sealed class ConditionEditsTests
{
    private static readonly FieldFilter A = Filter("industry", ConditionOperator.Is, "a");
    private static readonly FieldFilter B = Filter("industry", ConditionOperator.Is, "b");
    private static readonly FieldFilter C = Filter("industry", ConditionOperator.Is, "c");
    private static readonly FieldFilter P = Filter("jobTitle", ConditionOperator.Is, "p");

    private static ConditionPath At(string path) => new(path);

    [Fact]
    public void Insert_replace_duplicate_and_remove_touch_one_place()
    {
        Condition tree = All(A, Any(B));

        Assert.Equal(All(A, Any(C, B)), tree.Insert(At("1"), 0, C));
        Assert.Equal(All(A, Any(B), C), tree.Insert(ConditionPath.Root, 99, C));
        Assert.Equal(All(A, Any(C)), tree.Replace(At("1.0"), C));
        Assert.Equal(All(A, A, Any(B)), tree.Duplicate(At("0")));
        Assert.Equal(All(A, Any()), tree.Remove(At("1.0")));
        Assert.Equal(All(Any(B)), tree.Remove(At("0")));
        Assert.Equal(All(), tree.Remove(ConditionPath.Root));
    }

    [Theory]
    [InlineData("0", "1", 0, "1")]
    [InlineData("0", "1", 1, "2")]
    public void A_filter_moves_into_a_later_group(string from, string to, int index, string expected)
    {
        Condition tree = All(A, Any(B));

        Assert.Equal(expected is "1" ? All(Any(A, B)) : All(Any(B, A)), tree.Move(At(from), At(to), index));
    }

    [Fact]
    public void A_filter_moves_out_up_and_down()
    {
        Condition tree = All(A, Any(B, C));

        Assert.Equal(All(B, A, Any(C)), tree.Move(At("1.0"), ConditionPath.Root, 0));
        Assert.Equal(All(A, Any(C, B)), tree.Move(At("1.0"), At("1"), 2));
        Assert.Equal(All(A, Any(C, B)), tree.Move(At("1.1"), At("1"), 0));
        Assert.Equal(All(Any(B, C), A), tree.Move(At("0"), ConditionPath.Root, 2));
    }

    [Fact]
    public void Nothing_moves_into_itself_or_among_filters_about_something_else()
    {
        Condition tree = All(A, Any(All(B)), HasFilter.Some("people", P));

        Assert.Same(tree, tree.Move(At("1"), At("1.0"), 0));
        Assert.Same(tree, tree.Move(At("0"), At("2.0"), 0));
        Assert.Same(tree, tree.Move(At("2.0.0"), ConditionPath.Root, 0));
        Assert.Equal(["1", "1.0"], tree.Destinations(At("0")).Select(path => path.Text));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0.0")]
    [InlineData("x")]
    [InlineData("-1")]
    public void A_place_that_is_gone_changes_nothing(string path)
    {
        Condition tree = All(A, B);

        Assert.Null(tree.At(At(path)));
        Assert.Equal(tree, tree.Remove(At(path)));
        Assert.Equal(tree, tree.Replace(At(path), C));
        Assert.Equal(tree, tree.Insert(At(path), 0, C));
        Assert.Equal(tree, tree.Duplicate(At(path)));
        Assert.Equal(tree, tree.Move(At(path), ConditionPath.Root, 0));
    }
}
