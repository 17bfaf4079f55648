# 专利代理机构查询

agency-lookup = 查专利代理机构
    .short = 查代理机构
    .about =
        查一家专利代理机构是否在名册里，看它的代码、状态、地址和电话。
        写名称、五位代码、拼音或所在地都可以。
        我们只列事实，不排名，也不推荐。

agency-lookup-words = 您想查哪家机构？
    .why = 我们只列事实，不说哪家好。想比一比，就看代理师有几位、做过哪些领域、收多少钱、合同怎么写。
    .hint = 写名称的一部分、五位代码、拼音或地名，例如：42104、光谷
    .label = 查询内容

# $found-close、$found-suspicious、$found-general、$found-demo 为 yes 或 no；$found-count 家数；$found-as-of 名册日期
agency-lookup-found = { $found-close ->
        [yes] 没有完全一样的，哪一家比较像？
       *[no] 找到{ $found-count }家，您要看哪一家？
    }
    .why = { $found-suspicious ->
        [yes] 请小心：您写的名称或代码和名册对不上。付款前，请对方出示执业许可证，并核对全称和代码。
       *[no] 我们只列事实，不排名，也不推荐。
    }
    .hint = { $found-demo ->
        [yes] 这是演示名单，不是正式名册。
       *[no] 名册日期：{ $found-as-of }
    }
    .label = 机构
    .item = { $name }（{ $code }）{ $place }
    .opt-new-search = 换个词再查
    .also-new-search = 重新查 | 再查一次 | 换一个

agency-lookup-none = { $found-general ->
        [yes] “{ $words }”太笼统了，请写机构名称、五位代码或所在的区。
       *[no] { $found-demo ->
            [yes] 演示名单里没有“{ $words }”。名单不全，查不到说明不了什么，换个写法再试试吧。
           *[no]
            名册里没有“{ $words }”（名册日期：{ $found-as-of }）。
            请小心：做专利代理，依法要有执业许可证。付款前，请对方出示，并核对机构全称和五位代码。
            也可能只是写法不同，换个写法再查一次吧。
        }
    }

agency-lookup-gone = 名册刚刚更新过，这一家不在里面了，请再查一次。

agency-lookup-detail =
    <b>{ $agency-name }</b>
    英文名称：{ $agency-name-en }
    代码：{ $agency-code }
    状态：{ $agency-status }
    所在地：{ $agency-place }
    地址：{ $agency-address }
    电话：{ $agency-phone }
    邮箱：{ $agency-email }
    网站：{ $agency-website }
    执业专利代理师：{ $agency-attorneys }
    名册日期：{ $agency-as-of }。付款前，请再核对国家知识产权局公开的信息。

agency-lookup-demo =
    <b>注意：这是演示名单。</b>正式名册还没有录入，请不要拿它判断一家机构有没有执业许可。

agency-lookup-more = 还要查别的吗？
    .label = 下一步
    .opt-back-to-list = 回到结果列表
    .also-back-to-list = 列表 | 上一页
    .opt-new-search = 换个词再查
    .also-new-search = 重新查 | 再查一次 | 换一个
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有 | 没有了 | 不用
