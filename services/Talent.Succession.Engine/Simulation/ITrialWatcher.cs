namespace Talent.Succession.Engine.Simulation;

/// <summary>Is told of the steps of a trial, each as soon as it is settled, which may be ahead of its day.</summary>
internal interface ITrialWatcher
{
    /// <summary>Posts that fall vacant from here on do so because somebody moves to this one.</summary>
    void MoveBegins(int post);

    /// <summary>What falls vacant from here on has another reason.</summary>
    void MoveEnds();

    /// <summary>It is settled who takes over a post.</summary>
    /// <param name="day">The day it is.</param>
    /// <param name="filled">The day it is taken up.</param>
    /// <param name="post">The post.</param>
    /// <param name="person">The successor, or less than 0 for somebody from outside.</param>
    /// <param name="left">The post left behind.</param>
    void Fills(int day, int filled, int post, int person, int left);

    /// <summary>Somebody leaves the group.</summary>
    void Leaves(int day, int person);

    /// <summary>The holder of a post gives it up: for another, or to leave the group.</summary>
    void LeavesPost(int day, int post, int holder, bool isMove);

    /// <summary>The term of somebody in a post ends.</summary>
    void TermEnds(int day, int post, int person);

    /// <summary>A post falls vacant.</summary>
    void FallsVacant(int day, int post, bool interim);

    /// <summary>Something happens to a post and a person.</summary>
    void At(int day, StepKind kind, int post, int person);
}

/// <summary>Nobody watches.</summary>
internal readonly struct NobodyWatches : ITrialWatcher
{
    public void MoveBegins(int post)
    {
    }

    public void MoveEnds()
    {
    }

    public void Fills(int day, int filled, int post, int person, int left)
    {
    }

    public void Leaves(int day, int person)
    {
    }

    public void LeavesPost(int day, int post, int holder, bool isMove)
    {
    }

    public void TermEnds(int day, int post, int person)
    {
    }

    public void FallsVacant(int day, int post, bool interim)
    {
    }

    public void At(int day, StepKind kind, int post, int person)
    {
    }
}
